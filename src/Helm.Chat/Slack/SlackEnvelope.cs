using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Helm.Chat.Slack;

/// <summary>One thing that Slack tells, the same over HTTP and over a socket.</summary>
/// <param name="Type">As Socket Mode names it: <c>events_api</c>, <c>slash_commands</c>, <c>interactive</c>; or <c>url_verification</c>, <c>ssl_check</c>.</param>
internal sealed record SlackEnvelope(string Type, JsonElement? Payload)
{
    private const int MostFields = 100;

    /// <summary>Null when the body is nothing that Slack sends.</summary>
    public static SlackEnvelope? OfHttp(string? contentType, byte[] body) =>
        contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? OfForm(System.Text.Encoding.UTF8.GetString(body))
            : OfEvent(SlackJson.Parse(body));

    private static SlackEnvelope? OfEvent(JsonElement? payload) => payload.Text("type") switch
    {
        null => null,
        "url_verification" => new("url_verification", payload),
        "event_callback" => new("events_api", payload),
        var other => new(other, payload), // such as app_rate_limited: acknowledged and left alone
    };

    private static SlackEnvelope? OfForm(string body)
    {
        try
        {
            var fields = Fields(body);
            return fields.GetValueOrDefault("ssl_check") == "1" ? new("ssl_check", null)
                : fields.GetValueOrDefault("payload") is { Length: > 0 } payload
                    ? SlackJson.Parse(System.Text.Encoding.UTF8.GetBytes(payload)) is { ValueKind: JsonValueKind.Object } read ? new("interactive", read) : null
                : fields.ContainsKey("command") ? new("slash_commands", JsonSerializer.SerializeToElement(fields))
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The first value of each field; more fields than any request of Slack has are no request of Slack.</summary>
    private static Dictionary<string, string> Fields(string body)
    {
        using var reader = new FormReader(body) { ValueCountLimit = MostFields };
        return reader.ReadForm().ToDictionary(field => field.Key, field => field.Value.FirstOrDefault() ?? "", StringComparer.Ordinal);
    }
}

/// <summary>What Slack is answered at once.</summary>
/// <param name="Body">Null for an empty answer.</param>
internal sealed record Acknowledgement(JsonObject? Body = null);
