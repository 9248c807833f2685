using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Helm.Host.Tests.Drivers;

/// <summary>The numbers in what is written.</summary>
internal static partial class SeenNumbers
{
    public static IEnumerable<decimal> In(string text) => Number().Matches(text).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture));

    /// <summary>Each number, and the parts in which it may be told: dollars and cents, days, hours and minutes.</summary>
    public static IEnumerable<decimal> KnownBy(JsonNode? facts) => facts switch
    {
        JsonObject map => map.SelectMany(field => KnownBy(field.Value)),
        JsonArray list => list.SelectMany(KnownBy),
        JsonValue value when value.TryGetValue<decimal>(out var number) =>
            [number, decimal.Truncate(number), decimal.Truncate(number * 100) % 100, number * 100, decimal.Floor(number / 1440), decimal.Floor(number / 60) % 24, number % 60],
        JsonValue value when value.TryGetValue<string>(out var text) => In(text),
        _ => [],
    };

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
