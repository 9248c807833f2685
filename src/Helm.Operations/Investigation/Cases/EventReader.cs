using System.Text.Json;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Reads what was changed: one event a line, or a list.</summary>
internal static class EventReader
{
    /// <summary>One event a line, or a list of them.</summary>
    public static IReadOnlyList<ChangeRecord> Read(string text, DateTimeOffset otherwise)
    {
        var events = text.AsSpan().TrimStart().StartsWith("[") || LineReader.TryJson(text) is not null
            ? Parsed(text)
            : text.Split('\n').Select(LineReader.TryJson).OfType<JsonElement>();
        return [.. events.Select(one => LineReader.Event(one, otherwise)).OfType<ChangeRecord>().OrderBy(change => change.Time)];
    }

    private static List<JsonElement> Parsed(string text)
    {
        var root = JsonDocument.Parse(text, CaseJson.Lenient).RootElement;
        var list = root.ValueKind == JsonValueKind.Array ? root : CaseFields.Find(root, ["events", "changes", "items"]);
        return list is { ValueKind: JsonValueKind.Array } several ? [.. several.EnumerateArray()] : [root];
    }
}
