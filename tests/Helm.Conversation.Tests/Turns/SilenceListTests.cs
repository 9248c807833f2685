using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Turns;

/// <summary>What is kept quiet can be asked for, and asking changes nothing.</summary>
public sealed class SilenceListTests : IDisposable
{
    private readonly PoweredTalk _talk = new();

    public void Dispose() => _talk.Dispose();

    [Theory]
    [InlineData("what is silenced")]
    [InlineData("which alerts are muted right now")]
    [InlineData("show me the active silences")]
    [InlineData("is the api lambda in production muted")]
    public async Task What_is_silenced_is_told(string said)
    {
        await _talk.SayAsync("silence the api lambda in production for two hours");
        var before = _talk.Silences.Count;

        var told = await _talk.SayAsync(said);

        Assert.Equal(IntentNames.Silence, told.Intent);
        Assert.Contains("keeps alerts of api-lambda in production quiet until", told.Text, StringComparison.Ordinal);
        Assert.Equal((1, before), (before, _talk.Silences.Count));
    }

    [Fact]
    public async Task Nothing_is_told_to_be_silenced_where_nothing_is() =>
        Assert.Equal("Nothing is silenced.", (await _talk.SayAsync("what is silenced")).Text);

    [Fact]
    public async Task What_is_silenced_elsewhere_is_not_told()
    {
        await _talk.SayAsync("silence the api lambda in production for two hours");

        Assert.Equal("Nothing is silenced.", (await _talk.SayAsync("what is silenced in staging")).Text);
    }
}
