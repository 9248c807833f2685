using System.Text.Json;

namespace Helm.Conversation.Intents;

/// <summary>Reads the context of a line for <see cref="UnderstandLine"/>.</summary>
internal static class LineContext
{
    public static TurnContext Read(JsonElement context) => new()
    {
        Pending = Text(context, "pending"),
        Options = Texts(context, "options"),
        LastIntent = Text(context, "last_intent"),
        LastEntities = Entities(context),
        Issues = Texts(context, "issues"),
        FocusIssue = Text(context, "focus_issue"),
        LastEvent = Text(context, "last_event"),
    };

    private static string? Text(JsonElement context, string key) =>
        context.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Texts(JsonElement context, string key) =>
        context.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ToString())]
            : [];

    private static Dictionary<string, object> Entities(JsonElement context) =>
        context.TryGetProperty("last_entities", out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().ToDictionary(entity => entity.Name, entity => Value(entity.Value))
            : [];

    private static object Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetInt32(out var whole) => whole,
            JsonValueKind.Number => value.GetDecimal(),
            _ => value.ToString(),
        };
}
