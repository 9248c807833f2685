using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

/// <summary>What comes from outside is text at every door: it calls nobody, links nowhere and looks like nothing else.</summary>
public sealed class OneVoiceTests(ChatDoors doors) : IClassFixture<ChatDoors>
{
    public static TheoryData<string> Hostile =>
    [
        "<!channel> <!here> <!subteam^S1> all of you", "<@U1> look", "<http://evil.example|click here>", "see http://evil.example/a?b=c", "[click](http://evil.example)",
        "*bold* _under_ ~gone~ `code`", "> quoted\n> twice", "\u001b[31mred\u001b[0m \u0007", "user\u202egnp.exe", "<script>alert(1)</script> & co", "<speak><break time=\"9s\"/></speak>",
        "{{DATE(2017-02-14T06:08:00Z)}} # heading", "&lt;!channel&gt; &amp;lt;", "1. first\n- second",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_words_are_inert_in_Slack_and_in_cards_and_the_numbers_are_the_same(string words)
    {
        doors.Helm.Turns.Answer = _ => Told(words);
        var blocks = await InSlackAsync();
        var card = await OnCardAsync();

        Assert.DoesNotContain(SeenMarkup.Alive, sign => blocks.Contains(sign, StringComparison.Ordinal));
        Assert.DoesNotContain(SeenMarkup.Alive, sign => SeenMarkup.Unescaped(card).Contains(sign, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"[\[\]`<>]|\{\{", SeenMarkup.Unescaped(card));
        foreach (var number in new[] { "5.2", "1250", "0.1" })
        {
            Assert.Contains(number, blocks, StringComparison.Ordinal);
            Assert.Contains(number, card.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_words_are_inert_in_an_answer_without_a_card(string words)
    {
        doors.Helm.Turns.Answer = _ => ScriptedTurns.Reply($"Log: {words}");
        var blocks = await InSlackAsync();
        doors.Emulator.Received.Clear();
        await doors.Helm.PostAsync("/api/messages", doors.Emulator.Message("show"));
        var plain = (await doors.Emulator.WaitAsync(1))[0].Activity;

        Assert.DoesNotContain(SeenMarkup.Alive, sign => blocks.Contains(sign, StringComparison.Ordinal));
        Assert.Equal("plain", (string?)plain["textFormat"]);
    }

    private static Reply Told(string words) => ScriptedTurns.Reply("Told") with
    {
        Card = new Card
        {
            Title = words,
            Subtitle = words,
            Sections = [new(words, [words, "5.2% of 1250"], [new(words, words), new("Target", "0.1%")])],
            Actions = [new(words, "status")],
        },
        Suggestions = [new(words)],
    };

    /// <summary>All that Slack reads as markup, and the text for notifications.</summary>
    private async Task<string> InSlackAsync()
    {
        doors.Slack.Calls.Clear();
        var own = $"C{Guid.NewGuid():N}";
        await doors.Helm.EventAsync(SlackSender.Said("show", "1.1", channel: own));
        var message = (await doors.Slack.WaitAsync("chat.postMessage"))[0];
        Assert.Null(SlackRules.Problem(message.Fields));
        return string.Join('\n', SeenMarkup.Marked(message.Fields["blocks"]!).Append(message["text"]!).Select(SeenMarkup.Foreign));
    }

    private async Task<string> OnCardAsync()
    {
        doors.Emulator.Received.Clear();
        await doors.Helm.PostAsync("/api/messages", doors.Emulator.Message("show"));
        var card = (await doors.Emulator.WaitAsync(1))[0].Activity["attachments"]![0]!["content"]!;
        return string.Join('\n', SeenMarkup.Texts(card["body"]!));
    }
}
