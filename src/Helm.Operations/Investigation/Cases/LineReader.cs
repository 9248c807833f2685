using System.Text.Json;
using System.Text.RegularExpressions;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Reads log lines and events: JSON lines under any of the usual names, or plain text.</summary>
internal static partial class LineReader
{
    /// <summary>Null for an empty line.</summary>
    public static LogRecord? Log(string line, string component, DateTimeOffset otherwise)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        if (TryJson(line) is not { } json)
        {
            return Plain(line, component, otherwise);
        }

        var message = CaseFields.Text(json, CaseFields.Messages) ?? line;
        var level = CaseFields.Text(json, CaseFields.Levels) ?? LogText.LevelOf(message);
        return new(CaseFields.Component(json) ?? component, CaseFields.Time(json) ?? otherwise, level.ToUpperInvariant(), Redaction.Redact(message));
    }

    public static ChangeRecord? Event(JsonElement json, DateTimeOffset otherwise)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var kind = CaseFields.Text(json, CaseFields.Kinds) ?? "";
        var told = CaseFields.Text(json, CaseFields.Texts);
        var rest = json.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.String && !CaseFields.IsTime(property.Name) && property.Value.GetString() != told)
            .Select(property => property.Value.GetString()!);
        var text = told is { Length: > 12 } ? told : string.Join(' ', rest.Prepend(told ?? "").Where(part => part.Length > 0));
        return new(CaseFields.Component(json) ?? "", CaseFields.Time(json) ?? otherwise, kind, Redaction.Redact(text));
    }

    public static JsonElement? TryJson(string line)
    {
        if (!line.AsSpan().TrimStart().StartsWith("{"))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(line).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LogRecord Plain(string line, string component, DateTimeOffset otherwise)
    {
        var time = Stamp().Match(line) is { Success: true } stamp ? CaseFields.TimeOf(stamp.Value) : null;
        return new(component, time ?? otherwise, LogText.LevelOf(line), Redaction.Redact(line));
    }

    [GeneratedRegex(@"^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?", RegexOptions.NonBacktracking)]
    private static partial Regex Stamp();
}
