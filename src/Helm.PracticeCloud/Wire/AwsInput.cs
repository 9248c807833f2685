using System.Globalization;
using System.Text.Json;

namespace Helm.PracticeCloud.Wire;

/// <summary>The input of an operation, read alike from JSON, form, path and XML.</summary>
internal readonly struct AwsInput(JsonElement element)
{
    public JsonElement Element => element;

    public string? Text(string name) => Property(name) is { } value ? AsText(value) : null;

    public string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new AwsErrorException("ValidationException", $"Value null at '{name}' failed to satisfy constraint: Member must not be null");

    public bool Has(string name) => Property(name) is not null;

    public int? Number(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new AwsErrorException("ValidationException", $"Value '{text}' at '{name}' is not an integer");
    }

    public long? Long(string name) =>
        Text(name) is { Length: > 0 } text && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool? Flag(string name) => Text(name) is { } text ? text is "true" or "True" or "1" : null;

    /// <summary>Epoch seconds (JSON, with fractions) or ISO 8601 (Query).</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e11)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new AwsErrorException("ValidationException", $"Value '{text}' at '{name}' is not a timestamp");
    }

    public AwsInput? Child(string name) => Property(name) is { ValueKind: JsonValueKind.Object } child ? new AwsInput(child) : null;

    /// <summary>The items of a list; a list that is wrapped in its member's name is unwrapped.</summary>
    public IReadOnlyList<AwsInput> Items(string name) => Property(name) is { } value ? [.. Unwrapped(value).Select(item => new AwsInput(item))] : [];

    public IReadOnlyList<string> Texts(string name) => Property(name) is { } value ? [.. Unwrapped(value).Select(AsText).OfType<string>()] : [];

    public IEnumerable<KeyValuePair<string, string>> Map(string name) => Child(name) is { } map
        ? map.Element.EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, AsText(p.Value) ?? ""))
        : [];

    private static IEnumerable<JsonElement> Unwrapped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when value.EnumerateObject().Count() == 1 => Unwrapped(value.EnumerateObject().First().Value),
        JsonValueKind.Object => [value],
        JsonValueKind.String when value.GetString() is { Length: 0 } => [],
        _ => [value],
    };

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private JsonElement? Property(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
