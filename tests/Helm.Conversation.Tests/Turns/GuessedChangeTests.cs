using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Turns;

/// <summary>A guess changes nothing: with every power on, it ends in a question, or in a refusal of what is never done.</summary>
public sealed class GuessedChangeTests : IDisposable
{
    private readonly PoweredTalk _talk = new();

    public void Dispose() => _talk.Dispose();

    [Theory]
    [InlineData("could somebody give the api lambda in production a good hard kick", "restart API Lambda in production")]
    [InlineData("the api lambda in production deserves a good kick", "restart API Lambda in production")]
    [InlineData("somebody ought to switch the api lambda off in production before it does more damage", "API Lambda in production")]
    [InlineData("i reckon the api lambda in production is short of memory so give it more", "API Lambda in production")]
    [InlineData("put last week's build of the api lambda back where it was in production", "API Lambda in production")]
    [InlineData("the stuff that the api lambda has cached in production is stale chuck it", "API Lambda in production")]
    [InlineData("whatever ails infra-001 make it better will you", "infra-001")]
    [InlineData("i am out of my depth with infra-001 so let some developer have it", "escalate infra-001")]
    [InlineData("infra-001 wants somebody cleverer than me lob it over to the devs", "escalate infra-001")]
    [InlineData("infra-001 is on my plate now so stop your nagging", "infra-001")]
    [InlineData("no worries about infra-001 chaps that one is all mine now", "acknowledge infra-001")]
    [InlineData("the racket about infra-001 is doing my head in so shut it up for an hour", "infra-001")]
    [InlineData("can you keep schtum about the api lambda in production for the next hour", "silence the alerts of API Lambda in production")]
    [InlineData("we have finished fiddling with the api lambda in production so you can shout about it again", "end the silence of API Lambda in production")]
    [InlineData("we will be fiddling with the api lambda in production for the next two hours so stick it in maintenance", "start maintenance of API Lambda in production")]
    public async Task A_guessed_change_is_asked_about_and_a_no_leaves_everything_as_it_is(string said, string change)
    {
        var asked = await _talk.SayAsync(said);

        Assert.StartsWith("Did you mean that I should ", asked.Text, StringComparison.Ordinal);
        Assert.Contains(change + "?", asked.Text, StringComparison.Ordinal);
        Assert.Equal(IntentNames.ConfirmNo, (await _talk.SayAsync("no")).Intent);
        _talk.NothingIsDone();
    }

    [Fact]
    public async Task A_guessed_silence_begins_with_the_yes()
    {
        await _talk.SayAsync("can you keep schtum about the api lambda in production for the next hour");
        Assert.Empty(_talk.Silences);

        await _talk.SayAsync("yes");
        Assert.Equal(("api-lambda", "prod"), (_talk.Silences[0].Resource, _talk.Silences[0].Environment));
    }

    [Fact]
    public async Task Another_time_for_a_silence_is_asked_about_where_it_is_only_guessed()
    {
        await _talk.SayAsync("silence the api lambda in production for two hours");
        var before = _talk.Silences.Count;

        await _talk.SayAsync("hmm thirty minutes would be better i reckon");
        Assert.Equal((1, before), (before, _talk.Silences.Count));
    }

    [Theory]
    [InlineData("open port 22 to the world")]
    [InlineData("let 10.0.0.0/8 in")]
    [InlineData("permit traffic from 192.168.1.0/24 to the api lambda")]
    [InlineData("take the restriction off port eighty in production")]
    [InlineData("the firewall in production is too strict loosen it")]
    [InlineData("i need 8443 reachable from outside")]
    [InlineData("punch a hole for my laptop in the production firewall")]
    [InlineData("wipe the staging bucket")]
    [InlineData("get rid of the old cluster")]
    [InlineData("we do not need the api lambda in production any more so remove it for good")]
    [InlineData("nuke the api lambda in production")]
    [InlineData("chuck the old api lambda in the bin for ever")]
    [InlineData("burn the test environment to the ground")]
    [InlineData("i want the api lambda database gone")]
    [InlineData("make the old cluster disappear")]
    [InlineData("clean out all the volumes that nobody uses")]
    [InlineData("let everyone in")]
    [InlineData("whitelist my ip")]
    [InlineData("change the iam policy of the api lambda")]
    [InlineData("make the bucket publicly readable")]
    [InlineData("do away with the test environment")]
    public async Task What_is_never_done_is_refused_in_whatever_words_it_is_asked_for(string said)
    {
        var reply = await _talk.SayAsync(said);

        Assert.Equal(IntentNames.Remediate, reply.Intent);
        Assert.Contains(reply.Entities["action"], new object[] { "delete_resources", "modify_security_groups" });
        await _talk.SayAsync("yes");
        await _talk.SayAsync("yes go ahead");
        _talk.NothingIsDone();
    }
}
