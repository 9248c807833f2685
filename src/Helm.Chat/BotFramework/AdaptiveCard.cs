using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;

namespace Helm.Chat.BotFramework;

/// <summary>Draws Helm's neutral card as an Adaptive Card 1.5.</summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static Attachment Draw(Card card)
    {
        var body = new JsonArray(Title(card));
        if (card.Subtitle is { Length: > 0 } subtitle)
        {
            body.Add(TextBlock(subtitle, subtle: true));
        }

        foreach (var part in card.Sections.SelectMany(Section))
        {
            body.Add(part);
        }

        return new(ContentType, new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = body,
            ["actions"] = new JsonArray([.. card.Actions.Select(Submit)]),
        });
    }

    private static JsonObject Title(Card card)
    {
        var title = TextBlock(card.Title);
        title["size"] = "large";
        title["weight"] = "bolder";
        title["color"] = card.Tone is "good" or "warning" or "attention" ? card.Tone : "default";
        return title;
    }

    private static IEnumerable<JsonNode> Section(CardSection section)
    {
        if (section.Title is { Length: > 0 } heading)
        {
            var title = TextBlock(heading);
            title["weight"] = "bolder";
            title["separator"] = true;
            yield return title;
        }

        foreach (var line in section.Lines)
        {
            yield return TextBlock(line);
        }

        if (section.Facts.Count > 0)
        {
            yield return new JsonObject
            {
                ["type"] = "FactSet",
                ["facts"] = new JsonArray([.. section.Facts.Select(Fact)]),
            };
        }
    }

    private static JsonNode Fact(CardFact fact) => new JsonObject
    {
        ["title"] = CardText.Escape(fact.Label),
        ["value"] = CardText.Escape(fact.Value),
    };

    private static JsonObject TextBlock(string text, bool subtle = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = CardText.Escape(text), ["wrap"] = true };
        if (subtle)
        {
            block["isSubtle"] = true;
        }

        return block;
    }

    /// <summary>The sentence is all that a button carries, so pressing it can do no more than saying it.</summary>
    private static JsonNode Submit(Conversation.Dialogs.CardAction action) => new JsonObject
    {
        ["type"] = "Action.Submit",
        ["title"] = action.Title,
        ["data"] = new JsonObject { ["says"] = action.Says },
    };
}
