using System.Globalization;
using System.Text.Json;
using Helm.Operations.Settings;

namespace Helm.Operations.Registration;

/// <summary>Takes fields from a JSON object and notes, by its full path, each that is missing or wrong.</summary>
internal sealed class FieldReader(JsonElement element, string path, List<FieldError> errors)
{
    private const int LongestText = 1024;

    public void Report(string field, string problem) => errors.Add(new(path + field, problem));

    public string Text(string field, string expected)
    {
        if (Find(field) is not { } value)
        {
            Report(field, $"is missing; expected {expected}");
            return "";
        }

        if (ReadText(field, value, expected) is not { } text)
        {
            return "";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Report(field, $"is empty; expected {expected}");
        }

        return text;
    }

    public string? OptionalText(string field) => Find(field) is { } value ? ReadText(field, value, "text") : null;

    public IReadOnlyList<string> Texts(string field)
    {
        if (Find(field) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Report(field, $"is {Kind(value)}; expected a list of texts");
            return [];
        }

        return [.. value.EnumerateArray()
            .Select((item, index) => ReadText($"{field}[{index}]", item, "text"))
            .OfType<string>()];
    }

    public bool Flag(string field, bool otherwise)
    {
        var value = Find(field);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Report(field, $"is {Kind(value.Value)}; expected true or false");
        }

        return value?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => otherwise,
        };
    }

    public TimeSpan? Interval(string field)
    {
        if (OptionalText(field) is not { } text)
        {
            return null;
        }

        if (Duration.TryParse(text, out var duration) && duration.Value > TimeSpan.Zero)
        {
            return duration;
        }

        Report(field, $"'{text}' is not an interval; expected {Duration.Expected}");
        return null;
    }

    /// <summary>A time without a zone is UTC: the creating side writes it from a naive clock.</summary>
    public DateTimeOffset Time(string field)
    {
        const string expected = "a time such as 2025-11-03T10:30:00Z";
        var text = Text(field, expected);
        if (DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time))
        {
            return time;
        }

        if (text.Length > 0)
        {
            Report(field, $"'{text}' is not a time; expected {expected}");
        }

        return default;
    }

    public FieldReader? Object(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(field, $"is {Kind(value)}; expected an object");
            return null;
        }

        return new(value, $"{path}{field}.", errors);
    }

    public IEnumerable<FieldReader> Objects(string field, bool required)
    {
        var value = Find(field);
        if (value is null && !required)
        {
            yield break;
        }

        if (value is not { ValueKind: JsonValueKind.Array })
        {
            Report(field, value is null ? "is missing; expected a list" : $"is {Kind(value.Value)}; expected a list");
            yield break;
        }

        var index = 0;
        foreach (var item in value.Value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new(item, $"{path}{field}[{index}].", errors);
            }
            else
            {
                Report($"{field}[{index}]", $"is {Kind(item)}; expected an object");
            }

            index++;
        }
    }

    /// <summary>Null and absent are the same.</summary>
    private JsonElement? Find(string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? ReadText(string field, JsonElement value, string expected)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Report(field, $"is {Kind(value)}; expected {expected}");
            return null;
        }

        // Names go to terminals, cards and speech: what no name contains is refused at the door.
        var text = value.GetString()!;
        if (text.Length > LongestText || text.Any(char.IsControl))
        {
            Report(field, $"is longer than {LongestText} or has control characters; expected {expected}");
            return null;
        }

        return text;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "true or false",
    };
}
