using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;

namespace Helm.Chat.BotFramework.Cards;

/// <summary>Draws Helm's neutral card as an Adaptive Card 1.5.</summary>
/// <remarks>Authors' rule: a button carries an opaque id or a sentence; who presses it is judged when it is pressed.</remarks>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <param name="buttons">Null for a card that has been dealt with.</param>
    public static Attachment Draw(Card card, CardButtons? buttons = null)
    {
        var body = new JsonArray(Title(card));
        if (card.Subtitle is { Length: > 0 } subtitle)
        {
            body.Add(TextBlock(subtitle, subtle: true));
        }

        if (card.Picture is { } picture)
        {
            body.Add(new JsonObject { ["type"] = "Image", ["url"] = picture.DataUri, ["altText"] = picture.Says, ["size"] = "stretch" });
        }

        foreach (var part in card.Sections.SelectMany(Section))
        {
            body.Add(part);
        }

        var drawn = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = body,
            ["actions"] = new JsonArray([.. (buttons ?? CardButtons.Plain).Of(card)]),
        };
        if (buttons?.Refresh is { } refresh)
        {
            drawn["refresh"] = refresh;
        }

        return new(ContentType, drawn);
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
}
