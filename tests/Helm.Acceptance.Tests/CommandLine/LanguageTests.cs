using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.CommandLine;

/// <summary><c>heyhelm understand</c> and <c>heyhelm explain</c>, which need no host.</summary>
public sealed class LanguageTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    [Fact]
    public async Task Lines_in_are_lines_out_in_the_same_order()
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["understand"], """
            {"id":"a","text":"status of production","channel":"chat"}
            {"id":"b","text":"hey helm how is staging doing","channel":"voice"}

            {"id":"c","text":"/helm:issues --top 5 --severity=critical","channel":"chat"}
            {"id":"d","text":"is the swimming pool open on sundays","channel":"chat"}
            """);

        Assert.True(ended.Code == 0, ended.ToString());
        var lines = Lines(ended);
        Assert.Equal(["a", "b", "c", "d"], lines.Select(line => Text(line["id"])));
        Assert.Equal(["status_query", "status_query", "issues_list", "out_of_scope"], lines.Select(line => Text(line["intent"])));
        Assert.Equal(("prod", "staging"), (Text(lines[0]["entities"]!["environment"]), Text(lines[1]["entities"]!["environment"])));
        Assert.Equal("critical", Text(lines[2]["entities"]!["severity"]));
        Assert.All(lines, line => Assert.True(line["ms"]!.GetValue<double>() >= 0));
    }

    [Fact]
    public async Task A_line_that_is_no_request_is_answered_in_its_place_and_told_by_the_exit_code()
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["understand"], """
            {"id":"a","text":
            {"id":"b","text":"status of production","channel":"chat"}
            """);

        Assert.True(ended.Code == 1, ended.ToString());
        var lines = Lines(ended);
        Assert.Equal(2, lines.Length);
        Assert.NotNull(lines[0]["error"]);
        Assert.Equal("status_query", Text(lines[1]["intent"]));
    }

    [Theory]
    [InlineData("no-such-file.json", "no-such-file.json")]
    [InlineData("broken.json", "broken.json")]
    public async Task A_catalogue_that_cannot_be_read_is_named(string file, string named)
    {
        folder.Write("broken.json", "{ \"environments\": [");

        var ended = await HeyHelm.RunAsync(folder.Path, ["understand", "--catalogue", file]);

        Assert.True(ended.Code == 1, ended.ToString());
        Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_names_the_intent_the_words_and_the_slots()
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["explain", "status", "of", "production"]);

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.StartsWith("status_query, by ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("environment = prod   from \"production\"", ended.Output, StringComparison.Ordinal);
        Assert.Contains("second: ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_of_a_name_that_nobody_knows_says_that()
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["explain", "status of narnia"]);

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Contains("\"narnia\" is not known", ended.Output, StringComparison.Ordinal);
    }

    private static JsonNode[] Lines(Ended ended) =>
        [.. ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
