using System.Reflection;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

public sealed class TableTests
{
    [Fact]
    public void Every_example_is_understood_as_its_intent_with_its_entities()
    {
        var wrong =
            from intent in Table.English.Intents
            from example in intent.Examples
            let match = Table.Hear(example.Text, example.Context)
            where match.Intent != intent.Name || Table.Say(match.Entities) != Table.Say(example.Entities) || match.Unresolved.Count > 0
            select $"{example.File}:{example.Line} '{example.Text}' was understood as {match.Intent} {Table.Say(match.Entities)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_intent_has_a_file_with_purpose_role_and_examples()
    {
        var names = typeof(IntentNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetValue(null)!)
            .Where(name => name != IntentNames.OutOfScope);

        Assert.All(names, name =>
        {
            var intent = Table.English.Find(name);
            Assert.NotNull(intent);
            Assert.NotEmpty(intent.Purpose);
            Assert.NotEmpty(intent.Role);
            Assert.True(intent.Examples.Count >= 2, $"{name} has fewer than two examples");
        });
    }

    [Fact]
    public void What_changes_something_needs_more_than_a_viewer() =>
        Assert.All(Table.English.Intents.Where(intent => intent.Changes), intent => Assert.NotEqual("viewer", intent.Role));

    [Theory]
    [InlineData("What's the status?", "status_query", "")]
    [InlineData("Status of production", "status_query", "environment=prod")]
    [InlineData("How's the infrastructure?", "status_query", "domain=infrastructure")]
    [InlineData("Show me the dashboard", "dashboard_view", "")]
    [InlineData("What issues do we have?", "issues_list", "")]
    [InlineData("Show critical issues", "issues_list", "severity=critical")]
    [InlineData("Investigate issue one", "investigate", "ordinal=1")]
    [InlineData("Fix the Lambda error", "remediate", "resource=lambda")]
    [InlineData("Create a ticket for this", "escalate", "reference=current")]
    public void The_rows_of_the_specification_are_understood(string text, string intent, string entities)
    {
        var match = Table.Hear(text);

        Assert.Equal((intent, entities), (match.Intent, Table.Say(match.Entities)));
    }

    [Theory]
    [InlineData("is the swimming pool open")]
    [InlineData("how is the weather looking")]
    [InlineData("restart the dishwasher")]
    [InlineData("what is the status of my pizza order")]
    [InlineData("scale the fish before cooking")]
    [InlineData("delete my browser history")]
    [InlineData("set a timer for ten minutes")]
    [InlineData("who is the president")]
    [InlineData("")]
    [InlineData("yes")]
    public void What_is_none_of_its_business_is_out_of_scope(string text) =>
        Assert.Equal(IntentNames.OutOfScope, Table.Hear(text).Intent);

    [Theory]
    [InlineData("for two hours", "PT2H")]
    [InlineData("for an hour and a half", "PT90M")]
    [InlineData("for a quarter of an hour", "PT15M")]
    [InlineData("for two and a half hours", "PT150M")]
    [InlineData("for 1h30m", "PT90M")]
    [InlineData("for a couple of days", "P2D")]
    [InlineData("for forty five minutes", "PT45M")]
    public void Lengths_of_time_are_read_in_words_and_in_short(string words, string duration) =>
        Assert.Equal($"duration={duration} mode=silence resource=redis", Table.Say(Table.Hear("silence redis " + words).Entities));

    [Theory]
    [InlineData("eight", 8)]
    [InlineData("twenty five", 25)]
    [InlineData("a hundred", 100)]
    [InlineData("fifteen hundred", 1500)]
    [InlineData("two hundred and fifty", 250)]
    [InlineData("two thousand", 2000)]
    [InlineData("1,500", 1500)]
    [InlineData("2k", 2000)]
    public void Numbers_are_read_in_words_and_in_digits(string words, int number) =>
        Assert.Equal(number, Table.Hear($"scale checkout to {words} replicas").Entities["count"]);
}
