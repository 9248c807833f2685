using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Helm.Host.Tests.Drivers;

/// <summary>Reads messages as channels do: what of them is markup.</summary>
internal static partial class SeenMarkup
{
    /// <summary>What nothing from outside may come out as.</summary>
    public static IReadOnlyList<string> Alive { get; } =
        ["<!channel>", "<@U", "<http", "http://evil", "*bold*", "_under_", "~gone~", "`code`", "\u001b", "\u202e", "<script", "<speak>"];

    public static IEnumerable<string> Marked(JsonNode node) => node switch
    {
        JsonObject { } map when (string?)map["type"] is "mrkdwn" => [(string)map["text"]!],
        JsonObject map => map.Where(field => field.Value is JsonObject or JsonArray).SelectMany(field => Marked(field.Value!)),
        JsonArray list => list.SelectMany(item => Marked(item!)),
        _ => [],
    };

    public static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(field => field.Key is "text" or "title" or "value" && field.Value is JsonValue text ? [(string)text!] : field.Value is JsonObject or JsonArray ? Texts(field.Value) : []),
        JsonArray list => list.SelectMany(item => Texts(item!)),
        _ => [],
    };

    /// <summary>What a reader of Markdown would still see as markup.</summary>
    public static string Unescaped(string text) => Escapes().Replace(text, " ");

    /// <summary>Without the marks that Helm itself sets around titles.</summary>
    public static string Foreign(string text) => OwnMarks().Replace(text, "$1");

    [GeneratedRegex(@"(?m)^\*([^*\n]*)\*$")]
    private static partial Regex OwnMarks();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escapes();
}
