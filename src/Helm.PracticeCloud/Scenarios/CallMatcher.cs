using System.Globalization;
using System.Text.Json;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>
/// Whether a call's parameters hold what a scenario asks for: objects are compared by the named members, each wanted
/// item of a list must match some item, and a leaf is a text or one of {"at_least"}, {"at_most"}, {"not"}, {"any": true}.
/// </summary>
internal static class CallMatcher
{
    private static readonly string[] Conditions = ["at_least", "at_most", "not", "any"];

    public static bool Matches(JsonElement wanted, JsonElement actual) => wanted.ValueKind switch
    {
        JsonValueKind.Undefined => true,
        JsonValueKind.Object when IsCondition(wanted) => wanted.EnumerateObject().All(condition => Holds(condition, actual)),
        JsonValueKind.Object => MatchesObject(wanted, actual),
        JsonValueKind.Array => wanted.EnumerateArray().All(item => Items(actual).Any(candidate => Matches(item, candidate))),
        _ => Same(Leaf(wanted), Leaf(actual)),
    };

    private static bool IsCondition(JsonElement wanted) =>
        wanted.EnumerateObject().Any() && wanted.EnumerateObject().All(property => Conditions.Contains(property.Name));

    private static bool MatchesObject(JsonElement wanted, JsonElement actual) =>
        actual.ValueKind == JsonValueKind.Object
        && wanted.EnumerateObject().All(property => actual.TryGetProperty(property.Name, out var value) && Matches(property.Value, value));

    private static bool Holds(JsonProperty condition, JsonElement actual) => condition.Name switch
    {
        "at_least" => Number(actual) >= Number(condition.Value),
        "at_most" => Number(actual) <= Number(condition.Value),
        "not" => !Same(Leaf(condition.Value), Leaf(actual)),
        _ => true,
    };

    private static double Number(JsonElement value) =>
        double.TryParse(Leaf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string Leaf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();

    // A list in a form or in XML may be wrapped in the name of its members.
    private static IEnumerable<JsonElement> Items(JsonElement actual) => actual.ValueKind switch
    {
        JsonValueKind.Array => actual.EnumerateArray(),
        JsonValueKind.Object when actual.EnumerateObject().Count() == 1 => Items(actual.EnumerateObject().First().Value),
        _ => [actual],
    };

    // A resource may be named by its ARN.
    private static bool Same(string wanted, string actual) =>
        wanted == actual || (actual.StartsWith("arn:", StringComparison.Ordinal)
            && (actual.EndsWith(":" + wanted, StringComparison.Ordinal) || actual.EndsWith("/" + wanted, StringComparison.Ordinal)));
}
