using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

/// <summary>A name is the one that was said, or it is asked back; never another, never all.</summary>
public sealed class NameTests
{
    [Fact]
    public void A_slip_of_the_keyboard_is_put_right() =>
        Assert.Equal("environment=prod", Table.Say(Table.Hear("status of prodduction").Entities));

    [Fact]
    public void An_unknown_place_is_named_and_not_widened()
    {
        var match = Table.Hear("status of narnia");

        Assert.Equal(IntentNames.StatusQuery, match.Intent);
        Assert.Empty(match.Entities);
        Assert.Equal(("environment", "narnia"), (match.Unresolved[0].Slot, match.Unresolved[0].Words));
    }

    [Fact]
    public void An_unknown_service_of_technical_name_is_named()
    {
        var match = Table.Hear("restart foo-service-2 in prod");

        Assert.Equal(IntentNames.Remediate, match.Intent);
        Assert.Equal("resource", Assert.Single(match.Unresolved).Slot);
        Assert.False(match.Entities.ContainsKey("resource"));
    }

    [Fact]
    public void A_near_tie_is_asked_back()
    {
        var vocabulary = new Vocabulary { Resources = [new("tracker"), new("tracked")] };

        var match = Table.Hear("restart trackez", vocabulary: vocabulary);

        var unresolved = Assert.Single(match.Unresolved);
        Assert.Equal(["tracked", "tracker"], unresolved.Candidates);
    }

    [Fact]
    public void An_environment_that_does_not_exist_here_is_asked_back()
    {
        var match = Table.Hear("status of qa", vocabulary: Table.Live);

        Assert.Equal("environment", Assert.Single(match.Unresolved).Slot);
        Assert.Empty(match.Entities);
    }

    [Fact]
    public void The_environment_tells_resources_of_the_same_name_apart() =>
        Assert.Equal(
            "environment=staging resource=staging-api-handler",
            Table.Say(Table.Hear("is the api handler healthy in staging", vocabulary: Table.Live).Entities));

    [Fact]
    public void Without_the_environment_they_are_asked_back() =>
        Assert.Equal(
            ["prod-api-handler", "staging-api-handler"],
            Assert.Single(Table.Hear("is the api handler healthy", vocabulary: Table.Live).Unresolved).Candidates);

    [Fact]
    public void The_only_one_of_a_kind_needs_no_name() =>
        Assert.Equal("orders-db", Table.Hear("is the database healthy", vocabulary: Table.Live).Entities["resource"]);

    [Fact]
    public void The_lambda_with_an_open_issue_is_the_one_to_fix() =>
        Assert.Equal("prod-api-handler", Table.Hear("fix the lambda error", vocabulary: Table.Live).Entities["resource"]);

    [Fact]
    public void The_names_of_the_inventory_are_the_values() =>
        Assert.Equal("environment=production", Table.Say(Table.Hear("status of live", vocabulary: Table.Live).Entities));

    [Theory]
    [InlineData("investigate infra one", "infra-001")]
    [InlineData("investigate infra zero zero one", "infra-001")]
    [InlineData("investigate INFRA-17", "infra-017")]
    [InlineData("investigate issue infra-002", "infra-002")]
    [InlineData("investigate infrastructure oh oh two", "infra-002")]
    public void Issue_ids_are_read_as_typed_and_as_spoken(string text, string issue) =>
        Assert.Equal($"issue_id={issue}", Table.Say(Table.Hear(text).Entities));
}
