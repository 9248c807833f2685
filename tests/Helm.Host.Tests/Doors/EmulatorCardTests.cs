using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class EmulatorCardTests : EmulatorScenario
{
    private static readonly Card Tricky = new()
    {
        Title = "*bold* [link](http://evil) {{DATE(2020-01-01T00:00:00Z)}}",
        Tone = "attention",
        Sections = [new("Top", ["1. first", "- second"], [new("Error_rate", "5.2%")])],
        Actions = [new("Investigate", "investigate infra-001")],
    };

    [Fact]
    public async Task Suggestions_questions_and_cards_are_drawn_as_the_protocol_has_them()
    {
        Helm.Turns.Answer = _ => ScriptedTurns.Reply("Which one?") with
        {
            Suggestions = [new("production"), new("staging")],
            Pending = new("slot", ["prod", "staging"], "environment"),
            Card = Tricky,
        };

        var reply = await ReplyAsync("status");
        var card = reply["attachments"]![0]!["content"]!;

        Assert.Equal("expectingInput", (string?)reply["inputHint"]);
        Assert.All(reply["suggestedActions"]!["actions"]!.AsArray(), action => Assert.Equal((string?)action!["title"], (string?)action["value"]));
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.Equal(@"\*bold\* \[link\]\(http:" + "\u200b" + @"//evil\) \{{DATE\(2020-01-01T00:00:00Z\)}}", (string?)card["body"]![0]!["text"]);
        Assert.Equal(@"1\. first", (string?)card["body"]![2]!["text"]);
        Assert.Equal(@"\- second", (string?)card["body"]![3]!["text"]);
        Assert.Equal(@"Error\_rate", (string?)card["body"]![4]!["facts"]![0]!["title"]);
        Assert.Equal("investigate infra-001", (string?)card["actions"]![0]!["data"]!["says"]);
    }

    [Fact]
    public async Task A_long_answer_comes_whole_in_several_messages()
    {
        var lines = Enumerable.Range(1, 1500).Select(number => $"line {number} says what is so").ToArray();
        Helm.Turns.Answer = _ => ScriptedTurns.Reply(string.Join('\n', lines)) with { Suggestions = [new("more")] };

        var replies = await RepliesAsync("status");

        Assert.InRange(replies.Count, 2, 4);
        Assert.All(replies, reply => Assert.True(reply!.ToJsonString().Length <= 25_000));
        Assert.Equal(lines, replies.SelectMany(reply => ((string)reply!["text"]!).Split('\n')));
        Assert.All(replies.SkipLast(1), reply => Assert.Null(reply!["suggestedActions"]));
        Assert.NotNull(replies[^1]!["suggestedActions"]);
    }

    [Fact]
    public async Task No_message_is_larger_than_a_channel_takes()
    {
        Helm.Turns.Answer = _ => ScriptedTurns.Reply(new string('ä', 60_000)) with { Card = new Card { Title = new string('x', 30_000) } };

        var replies = await RepliesAsync("status");

        Assert.All(replies, reply => Assert.True(reply!.ToJsonString().Length <= 25_000));
        Assert.Contains("This answer is shortened", (string?)replies[^1]!["text"], StringComparison.Ordinal);
    }

    private async Task<JsonNode> ReplyAsync(string text) => (await RepliesAsync(text))[0]!;

    private async Task<JsonArray> RepliesAsync(string text)
    {
        using var response = await Helm.PostAsync("/api/messages", InLine(text));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["activities"]!.AsArray();
    }
}
