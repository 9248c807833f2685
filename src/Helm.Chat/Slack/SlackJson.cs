using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helm.Chat.Slack;

/// <summary>Reads what came from outside without ever failing: what has another shape than it should is not there.</summary>
internal static class SlackJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? At(this JsonElement? holder, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            holder = holder is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;
        }

        return holder;
    }

    public static JsonElement? First(this JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } known && known.GetArrayLength() > 0 ? known[0] : null;

    /// <summary>Null for anything but text that is not empty.</summary>
    public static string? Text(this JsonElement? holder, params ReadOnlySpan<string> path)
    {
        try
        {
            return holder.At(path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } known ? known : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    public static bool IsTrue(this JsonElement? holder, params ReadOnlySpan<string> path) => holder.At(path)?.ValueKind == JsonValueKind.True;
}
