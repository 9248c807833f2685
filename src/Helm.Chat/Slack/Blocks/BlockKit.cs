using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;

namespace Helm.Chat.Slack.Blocks;

/// <summary>Draws Helm's answers in Slack's Block Kit, within every limit, with all text from outside inert.</summary>
internal static class BlockKit
{
    private const string AsFile = "This is shortened; the whole answer comes as a file.";
    private const string AsFileApart = "This is shortened; the whole answer is a file in your messages with Helm.";

    public static SlackContent Draw(Reply reply)
    {
        var content = new ContentWriter();
        if (reply.Card is { } card)
        {
            DrawCard(content, card);
        }
        else
        {
            content.Paragraph(reply.Text);
        }

        content.Buttons(ReplyButtons.Of(reply));
        if (CommandForm.Of(reply.Command) is { } command)
        {
            content.Context($"Again: {command}");
        }

        return Finish(content, reply.Text, AsFile);
    }

    /// <summary>In answer to a command, which has no thread that a file could stand in.</summary>
    public static SlackContent DrawApart(Reply reply)
    {
        var drawn = Draw(reply);
        if (drawn.Whole is not null)
        {
            drawn.Blocks[^1]!["elements"]![0]!["text"] = AsFileApart;
        }

        return drawn;
    }

    public static SlackContent Draw(Card card, string text, IEnumerable<string> says)
    {
        var content = new ContentWriter();
        DrawCard(content, card);
        content.Buttons([.. ReplyButtons.Of(card, says)]);
        return Finish(content, text, AsFile);
    }

    private static SlackContent Finish(ContentWriter content, string text, string shortened) =>
        content.Finish(Mrkdwn.Escape(BlockText.Cut(text, Limits.Fallback / 2)), text, shortened);

    private static void DrawCard(ContentWriter content, Card card)
    {
        content.Header(Tone(card.Tone) + card.Title);
        if (card.Subtitle is { } subtitle)
        {
            content.Context(subtitle);
        }

        foreach (var section in card.Sections)
        {
            content.Section(section);
        }
    }

    /// <summary>For the eye, beside the word that says it.</summary>
    private static string Tone(string tone) => tone switch
    {
        "good" => "🟢 ",
        "warning" => "🟡 ",
        "attention" => "🔴 ",
        _ => "",
    };
}
