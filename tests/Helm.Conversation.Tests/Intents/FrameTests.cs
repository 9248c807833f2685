using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

/// <summary>What is said in an order and in words that no pattern has.</summary>
public sealed class FrameTests
{
    private static readonly List<string> Elsewhere = Sentences();

    [Theory]
    [InlineData("i would like to know whether production is behaving itself", "status_query", "environment=prod")]
    [InlineData("any chance someone could confirm redis is alive", "status_query", "resource=redis")]
    [InlineData("payments keeps timing out can you find out why", "investigate", "resource=payments")]
    [InlineData("what is currently on our plate in terms of incidents", "issues_list", "")]
    [InlineData("how hard is redis working its cpu", "metrics_query", "metric=cpu resource=redis")]
    [InlineData("rds is running out of connections lift the cap to seven hundred and fifty", "remediate", "action=increase_capacity count=750 resource=rds")]
    [InlineData("put the old version of billing back in production", "remediate", "action=rollback environment=prod resource=billing")]
    [InlineData("let faber know about infra two and ask for a proper permanent repair", "escalate", "issue_id=infra-002 permanent=True target=faber")]
    [InlineData("no more alerts for the next hour", "silence", "duration=PT1H mode=silence")]
    [InlineData("staging not prod how is it doing", "status_query", "environment=staging")]
    public void The_words_that_meet_say_what_is_asked_for(string text, string intent, string entities)
    {
        var match = Table.Hear(text);

        Assert.Equal((intent, entities), (match.Intent, Table.Say(match.Entities)));
    }

    [Theory]
    [InlineData("restart my marriage")]
    [InlineData("roll back the years")]
    [InlineData("stop the car i want to get out")]
    [InlineData("scale the salmon before you cook it")]
    [InlineData("write a script to restart redis")]
    [InlineData("delete my account on facebook")]
    [InlineData("open a ticket with the airline")]
    [InlineData("mute the tv for an hour")]
    public void A_word_without_a_place_speaks_of_another_matter(string text) =>
        Assert.Equal(IntentNames.OutOfScope, Table.Hear(text).Intent);

    [Fact]
    public void Everyday_talk_never_changes_anything() =>
        Assert.DoesNotContain(Elsewhere, text => Table.English.Find(Table.Hear(text).Intent) is { Changes: true });

    [Fact]
    public void Everyday_talk_is_taken_for_a_request_in_less_than_one_sentence_of_twelve() =>
        Assert.InRange(Elsewhere.Count(text => Table.Hear(text).Intent != IntentNames.OutOfScope), 0, Elsewhere.Count / 12);

    [Theory]
    [InlineData("better wait until the traffic drops")]
    [InlineData("no let us look at the figures of last christmas first")]
    public void A_question_is_refused_in_any_words(string text) =>
        Assert.Equal(IntentNames.ConfirmNo, Table.Hear(text, new TurnContext { Pending = "confirm_remediation" }).Intent);

    [Theory]
    [InlineData("yes but not in prod")]
    [InlineData("yesterday was fine")]
    [InlineData("okay what is the latency of redis")]
    [InlineData("i am sure you know it better")]
    public void Nothing_is_agreed_to_by_words_that_say_more_than_yes(string text) =>
        Assert.NotEqual(IntentNames.ConfirmYes, Table.Hear(text, new TurnContext { Pending = "confirm_remediation" }).Intent);

    private static List<string> Sentences() =>
        [.. File.ReadLines(Path.Combine(Table.Folder, "like", "out_of_scope.txt")).Where(line => !line.StartsWith('#'))];
}
