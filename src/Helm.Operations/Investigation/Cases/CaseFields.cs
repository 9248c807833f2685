using System.Globalization;
using System.Text.Json;

namespace Helm.Operations.Investigation.Cases;

/// <summary>The names under which cases say the same thing, whoever wrote them; case and separators do not matter.</summary>
internal static class CaseFields
{
    private static readonly string[] Times =
        ["timestamp", "ts", "time", "at", "datetime", "date", "t", "@timestamp", "startsat", "startedat", "firedat", "triggeredat", "starttime", "detectedat", "begin", "since", "eventtime"];

    private static readonly string[] Components =
        ["component", "service", "resource", "resourcename", "servicename", "componentname", "target", "node", "host", "app", "application", "instance", "pod", "container", "source", "dimension", "job", "entity", "system", "name"];

    public static readonly string[] Levels = ["level", "severity", "lvl", "loglevel", "levelname"];
    public static readonly string[] Messages = ["message", "msg", "log", "text", "body", "line", "event"];
    public static readonly string[] Values = ["value", "avg", "average", "val", "v", "y", "mean", "sum", "p95", "max", "maximum", "count", "p99", "min"];
    public static readonly string[] Metrics = ["metric", "metricname", "name", "label", "indicator", "id", "series", "__name__"];
    public static readonly string[] Units = ["unit", "units"];
    public static readonly string[] Points = ["points", "datapoints", "data", "values", "samples", "series", "measurements", "rows", "metrics", "results", "metricdataresults", "result"];
    public static readonly string[] Kinds = ["kind", "type", "eventtype", "category", "action", "changetype", "event"];
    public static readonly string[] Texts = ["message", "description", "text", "title", "summary", "detail", "details", "msg", "change", "note", "name", "event"];

    public static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The first of the names that the object has.</summary>
    public static JsonElement? Find(JsonElement element, IEnumerable<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var properties = element.EnumerateObject().GroupBy(property => Plain(property.Name)).ToDictionary(group => group.Key, group => group.First().Value);
        return names.Select(name => properties.TryGetValue(name, out var found) && found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? found : (JsonElement?)null)
            .FirstOrDefault(found => found is not null);
    }

    public static string? Text(JsonElement element, IEnumerable<string> names) => Find(element, names) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.Object } inner => Text(inner, ["name", "id"]),
        _ => null,
    };

    /// <summary>The component, also where it is a name or an id within an object, or a label.</summary>
    public static string? Component(JsonElement element, bool orName = false)
    {
        var names = orName ? Components : Components.Where(name => name != "name");
        return Text(element, names) ?? (Find(element, ["labels", "dimensions", "tags", "metric", "attributes"]) is { ValueKind: JsonValueKind.Object } labels
            ? Text(labels, Components.Where(name => name != "name").Concat(["functionname", "dbinstanceidentifier", "cacheclusterid", "bucketname", "distributionid"]))
            : null);
    }

    public static DateTimeOffset? Time(JsonElement element) => Find(element, Times) is { } found ? TimeOf(found) : null;

    /// <summary>ISO 8601, UTC unless it says otherwise, or seconds or milliseconds since 1970.</summary>
    public static DateTimeOffset? TimeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => FromEpoch(value.GetDouble()),
        JsonValueKind.String => TimeOf(value.GetString()!),
        _ => null,
    };

    public static DateTimeOffset? TimeOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? FromEpoch(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : null;

    public static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    public static bool IsTime(string name) => Times.Contains(Plain(name));

    private static DateTimeOffset? FromEpoch(double seconds) => seconds switch
    {
        > 1e8 and < 1e11 => DateTimeOffset.UnixEpoch.AddSeconds(seconds),
        >= 1e11 and < 1e14 => DateTimeOffset.UnixEpoch.AddMilliseconds(seconds),
        _ => null,
    };
}
