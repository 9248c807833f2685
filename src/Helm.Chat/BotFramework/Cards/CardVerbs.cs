using System.Text.Json;
using Helm.Conversation.Direction.Mending;

namespace Helm.Chat.BotFramework.Cards;

/// <summary>What a pressed button wants, and the data that it carries.</summary>
internal static class CardVerbs
{
    public const string Say = "say";
    public const string Decide = "decide";
    public const string Refresh = "refresh";

    public const string Says = "says";
    public const string Plan = "plan";
    public const string Hash = "hash";
    public const string Approves = "approves";

    private const int LongestField = 200;

    /// <summary>Null when the data holds no whole decision.</summary>
    public static PlanDecision? Decision(JsonElement? data) =>
        Text(data, Plan) is { } plan && Text(data, Hash) is { } hash && Member(data, Approves) is { ValueKind: JsonValueKind.True or JsonValueKind.False } approves
            ? new(approves.GetBoolean(), plan, hash)
            : null;

    public static string? Text(JsonElement? data, string name)
    {
        try
        {
            return Member(data, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 and <= LongestField } said ? said : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    public static JsonElement? Member(JsonElement? holder, string name) =>
        holder is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;
}
