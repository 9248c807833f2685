using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

public sealed class GuessTests
{
    [Theory]
    [InlineData("is our security any good", "audit", "audit_type=security")]
    [InlineData("which of our alerts are still firing", "issues_list", "")]
    public void Questions_in_other_words_are_guessed(string text, string intent, string entities)
    {
        var match = Table.Hear(text);

        Assert.True(match.Recogniser is "frame" or "statistical", match.Recogniser);
        Assert.Equal((intent, entities), (match.Intent, Table.Say(match.Entities)));
        Assert.InRange(match.Score, 0.5, 1);
    }

    [Theory]
    [InlineData("how is the frobnicator doing", "status_query", "frobnicator")]
    [InlineData("what is the cpu of the frobnicator", "metrics_query", "frobnicator")]
    public void A_name_that_nobody_knows_is_refused_by_name(string text, string intent, string name)
    {
        var match = Table.Hear(text);

        Assert.Equal(intent, match.Intent);
        Assert.Equal((name, true), Assert.Single(match.Unresolved.Select(unknown => (unknown.Words, unknown.ByPlace))));
        Assert.DoesNotContain("resource", match.Entities.Keys);
    }

    [Fact]
    public void Free_text_is_found_by_the_words_around_it()
    {
        var told = Table.English.Explain("could somebody grep for segfaulting daemons in the logs of the cart then", Table.Company, TurnContext.Empty);

        Assert.Equal("logs_query", told.Match.Intent);
        Assert.Equal("segfaulting daemons", told.Match.Entities["query"]);
    }

    [Theory]
    [InlineData("how is the pizza doing")]
    [InlineData("is my mother alive")]
    [InlineData("what did the dentist say about my teeth")]
    public void Words_of_other_matters_are_no_names(string text) => Assert.Equal(IntentNames.OutOfScope, Table.Hear(text).Intent);

    [Theory]
    [InlineData("who fixed infra-001", "history", "issue_id=infra-001")]
    [InlineData("who restarted redis last night", "history", "resource=redis time_range=last_night")]
    [InlineData("who is working on infra-002", "history", "issue_id=infra-002")]
    public void A_question_about_what_somebody_did_asks_for_no_change(string text, string intent, string entities)
    {
        var match = Table.Hear(text);

        Assert.Equal((intent, entities), (match.Intent, Table.Say(match.Entities)));
    }

    [Theory]
    [InlineData("how do i restart redis")]
    [InlineData("what would happen if i restart redis")]
    [InlineData("did anybody scale the checkout service")]
    public void To_ask_about_a_change_is_not_to_ask_for_it(string text) =>
        Assert.DoesNotContain(Table.English.Intents, intent => intent.Changes && intent.Name == Table.Hear(text).Intent);

    [Fact]
    public void What_came_second_is_told()
    {
        var told = Table.English.Explain("what is going on with redis", Table.Company, TurnContext.Empty);

        Assert.NotNull(told.RunnerUp);
        Assert.True(told.RunnerUpScore <= told.Match.Score);
    }

    [Theory]
    [InlineData("restart the dishwasher")]
    [InlineData("somebody ought to reboot my grandmother")]
    [InlineData("hush the baby for an hour")]
    [InlineData("please escalate the quarrel with my neighbour")]
    public void A_change_is_never_guessed_about_what_is_not_ours(string text)
    {
        var heard = Table.Hear(text).Intent;

        Assert.DoesNotContain(Table.English.Intents, intent => intent.Changes && intent.Name == heard);
    }

    [Theory]
    [InlineData("which of our alerts for the frobnicator are still firing")]
    [InlineData("is our frobnicator security any good")]
    public void A_name_that_nobody_knows_does_not_widen_the_question(string text)
    {
        var match = Table.Hear(text);

        Assert.True(match.Intent == IntentNames.OutOfScope || match.Unresolved.Count > 0, $"{match.Intent} {Table.Say(match.Entities)}");
    }

    [Fact]
    public void A_guess_while_a_question_is_open_agrees_to_nothing() =>
        Assert.NotEqual(
            IntentNames.ConfirmYes,
            Table.Hear("which of our alerts are still firing", new TurnContext { Pending = "confirm_remediation" }).Intent);
}
