using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Helm.Conversation.Dialogs;

/// <summary>What a template may say: the JSON of an answer and nothing else, so that no rendering can tell another number.</summary>
internal static class Facts
{
    /// <param name="zone">In which times are told; null for UTC.</param>
    public static Dictionary<string, object?> Of(Answer answer, TimeZoneInfo? zone = null)
    {
        var data = JsonSerializer.SerializeToElement(answer.Data, answer.Data.GetType(), HelmJson.Options);
        var facts = Tree(data, zone) as Dictionary<string, object?> ?? [];
        if (answer.Question is { } question)
        {
            facts["question"] = Tree(JsonSerializer.SerializeToElement(question, HelmJson.Options), zone);
        }

        return facts;
    }

    private static object? Tree(JsonElement element, TimeZoneInfo? zone) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(field => field.Name, field => Tree(field.Value, zone)),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Tree(item, zone)).ToList(),
        JsonValueKind.String => OneLine(Local(element.GetString()!, zone)),
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A time as <see cref="HelmJson"/> writes it is the same moment by the clocks of the zone.</summary>
    private static string Local(string text, TimeZoneInfo? zone) =>
        zone is not null && DateTimeOffset.TryParseExact(text, HelmJson.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : text;

    /// <summary>Names and log lines from outside may hold line breaks, terminal sequences or marks that turn the writing around.</summary>
    private static string OneLine(string text) =>
        text.All(letter => !IsUnsafe(letter))
            ? text
            : new StringBuilder().AppendJoin(' ', text.Split([.. text.Where(IsUnsafe)], StringSplitOptions.RemoveEmptyEntries)).ToString();

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
