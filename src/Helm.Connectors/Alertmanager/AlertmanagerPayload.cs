using System.Buffers;
using System.Text.Json;
using Helm.Operations.Alerts;

namespace Helm.Connectors.Alertmanager;

/// <summary>Reads Alertmanager's webhook payload, version 4.</summary>
internal static class AlertmanagerPayload
{
    private const int LongestText = 500;
    private const int MostLabels = 50;

    /// <summary>All control characters: those of ASCII and of Latin-1.</summary>
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(char.IsControl)]);

    private static readonly string[] Summaries = ["summary", "description", "message"];

    /// <exception cref="FormatException">It is something else.</exception>
    public static List<OutsideAlert> Read(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("version", out var version) || version.GetString() != "4")
        {
            throw new FormatException("'version' is not \"4\"");
        }

        // What Helm told Alertmanager comes back, and is no news.
        return [.. payload.GetProperty("alerts").EnumerateArray().Select(One).Where(alert => !alert.Labels.ContainsKey(AlertmanagerChannel.OwnLabel))];
    }

    private static OutsideAlert One(JsonElement alert)
    {
        var fires = alert.GetProperty("status").GetString() == "firing";
        var fingerprint = alert.GetProperty("fingerprint").GetString();
        return fingerprint is { Length: > 0 and <= 100 }
            ? new(
                fingerprint,
                alert.GetProperty("startsAt").GetDateTimeOffset(),
                fires ? null : alert.GetProperty("endsAt").GetDateTimeOffset(),
                Texts(alert, "labels"),
                Texts(alert, "annotations") is var notes ? Summaries.Select(notes.GetValueOrDefault).FirstOrDefault(text => text is not null) : null)
            : throw new FormatException("an alert has no usable 'fingerprint'");
    }

    private static Dictionary<string, string> Texts(JsonElement alert, string name) =>
        alert.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Object
            ? texts.EnumerateObject().Take(MostLabels).ToDictionary(text => text.Name, text => Clean(text.Value.GetString() ?? ""))
            : [];

    private static string Clean(string text) => text.Length <= LongestText && !text.AsSpan().ContainsAny(Controls) ? text : Cleaned(text);

    private static string Cleaned(string text) =>
        new([.. (text.Length > LongestText ? text[..LongestText] : text).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
