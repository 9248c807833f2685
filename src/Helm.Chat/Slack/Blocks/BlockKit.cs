using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;

namespace Helm.Chat.Slack.Blocks;

/// <summary>Draws Helm's answers in Slack's Block Kit, within every limit, with all text from outside inert.</summary>
internal static class BlockKit
{
    public const string Ask = "ask";

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

        content.Buttons(Buttons(reply));
        if (CommandForm(reply.Command) is { } command)
        {
            content.Context($"Again: {command}");
        }

        return content.Finish(Mrkdwn.Escape(BlockText.Cut(reply.Text, Limits.Fallback / 2)), reply.Text);
    }

    public static SlackContent Draw(Card card, string text)
    {
        var content = new ContentWriter();
        DrawCard(content, card);
        content.Buttons([.. card.Actions.Select(action => new SlackButton(action.Title, action.Says))]);
        return content.Finish(Mrkdwn.Escape(BlockText.Cut(text, Limits.Fallback / 2)), text);
    }

    /// <summary><c>/helm:status --env=prod</c> is typed <c>/helm status prod</c> in Slack; commands with other flags keep them.</summary>
    public static string? CommandForm(string? command)
    {
        const string Prefix = "/helm:";
        if (command?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var words = command[Prefix.Length..];
        const string Environment = " --env=";
        var flag = words.IndexOf(Environment, StringComparison.Ordinal);
        return "/helm " + (flag > 0 && words.IndexOf(" --", StringComparison.Ordinal) == flag && words.IndexOf(' ', flag + 1) < 0
            ? words.Replace(Environment, " ", StringComparison.Ordinal)
            : words);
    }

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

    /// <summary>What the card offers and what may be said next, each once; a question that wants a value has a form.</summary>
    private static List<SlackButton> Buttons(Reply reply)
    {
        var buttons = (reply.Card?.Actions ?? []).Select(action => new SlackButton(action.Title, action.Says))
            .Concat(reply.Suggestions.Select(suggestion => new SlackButton(suggestion.Title, suggestion.Title)))
            .DistinctBy(button => button.Says, StringComparer.OrdinalIgnoreCase).ToList();
        if (reply.Pending is { Kind: "slot" })
        {
            buttons.Insert(0, new("Answer …", BlockText.Cut(reply.Text, Limits.Label)) { Action = Ask });
        }

        return buttons;
    }
}

/// <summary>A button and the sentence that it says.</summary>
internal sealed record SlackButton(string Title, string Says)
{
    public string Action { get; init; } = "say";
}

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">For notifications, escaped.</param>
/// <param name="Whole">The complete answer as plain text where the blocks had to be shortened: it goes along as a file.</param>
internal sealed record SlackContent(string Text, JsonArray Blocks, string? Whole);
