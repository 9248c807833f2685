using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

/// <summary>What is asked for behind a reason.</summary>
public sealed class ReasonTests
{
    [Theory]
    [InlineData("the editors see stale pages so please clear the cloudfront cache in prod", IntentNames.Remediate)]
    [InlineData("my neighbour's bakery opens in ten minutes so status of production", IntentNames.StatusQuery)]
    public void A_request_may_follow_its_reason(string text, string intent) => Assert.Equal(intent, Match(text));

    [Theory]
    [InlineData("if the bakery runs out of bread so restart redis")]
    [InlineData("nobody in the bakery baked bread so restart redis")]
    [InlineData("the choir in the church sang so nicely")]
    [InlineData("my neighbour's bakery opens in ten minutes so thank you")]
    public void A_condition_is_no_reason_and_talk_no_request(string text) => Assert.Equal(IntentNames.OutOfScope, Match(text));

    private static string Match(string text) => Table.English.Match(text, Table.Company, TurnContext.Empty).Intent;
}
