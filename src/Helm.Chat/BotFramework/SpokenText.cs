using System.Text;
using System.Text.Json;
using Helm.Chat.BotFramework.Cards;

namespace Helm.Chat.BotFramework;

/// <summary>What a person said with an activity: typed text without the mention of the bot, or the button that was pressed.</summary>
internal static class SpokenText
{
    /// <summary>Null when nothing was said, as with a picture alone.</summary>
    public static string? Of(Activity activity)
    {
        var text = string.IsNullOrWhiteSpace(activity.Text) ? Pressed(activity.Value) : WithoutMention(activity, activity.Text);
        return string.IsNullOrWhiteSpace(text) ? null : Plain(text);
    }

    /// <summary>Action.Submit sends the card's data; a button of suggested actions may send its value.</summary>
    private static string? Pressed(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => Text(text),
        { ValueKind: JsonValueKind.Object } data when data.TryGetProperty(CardVerbs.Says, out var says) => Text(says),
        { ValueKind: JsonValueKind.Object } invoked when CardVerbs.Member(CardVerbs.Member(CardVerbs.Member(invoked, "action"), "data"), CardVerbs.Says) is { } says => Text(says),
        _ => null,
    };

    /// <summary>Only the mention whose id is the recipient's: other mentions are what the sentence is about.</summary>
    private static string WithoutMention(Activity activity, string text)
    {
        foreach (var mention in (activity.Entities ?? []).Where(entity => Mentions(entity, activity.Recipient?.Id)))
        {
            if (mention.TryGetProperty("text", out var marked) && Text(marked) is { Length: > 0 } mark)
            {
                text = text.Replace(mark, " ", StringComparison.OrdinalIgnoreCase).Replace("&nbsp;", " ", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static bool Mentions(JsonElement entity, string? id) =>
        id is not null
        && entity.ValueKind == JsonValueKind.Object
        && entity.TryGetProperty("type", out var type) && Text(type) == "mention"
        && entity.TryGetProperty("mentioned", out var mentioned) && mentioned.ValueKind == JsonValueKind.Object
        && mentioned.TryGetProperty("id", out var mentionedId) && Text(mentionedId) == id;

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    /// <summary>Control characters mean nothing in a sentence, and a database may refuse them.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(char.IsControl(character) && character != '\n' ? ' ' : character);
        }

        return plain.ToString().Trim();
    }
}
