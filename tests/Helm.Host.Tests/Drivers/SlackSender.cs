using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>What Slack sends to an app, signed as Slack signs.</summary>
internal static class SlackSender
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public static string Sign(string body, string timestamp, string secret = LoopbackSlack.Secret) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    public static JsonObject Callback(JsonObject what, string? id = null) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = LoopbackSlack.Team,
        ["api_app_id"] = "A1",
        ["event_id"] = id ?? $"Ev{Guid.NewGuid():N}",
        ["event_time"] = Now,
        ["event"] = what,
    };

    public static JsonObject Said(string text, string ts, string type = "app_mention", string channel = "C1", string? thread = null)
    {
        var said = new JsonObject { ["type"] = type, ["user"] = "U1", ["team"] = "T1", ["text"] = text, ["ts"] = ts, ["channel"] = channel };
        if (type == "message")
        {
            said["channel_type"] = channel[0] == 'D' ? "im" : "channel";
        }

        if (thread is not null)
        {
            said["thread_ts"] = thread;
        }

        return said;
    }

    public static JsonObject Pressed(string action, string value, string channel = "C1", string ts = "5.1", string? thread = "4.1", string user = "U2") =>
        Acted(new() { ["action_id"] = action, ["type"] = "button", ["value"] = value, ["action_ts"] = "6.1" }, channel, ts, thread, user);

    public static JsonObject Chosen(string action, string value) => Acted(
        new() { ["action_id"] = action, ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = value }, ["action_ts"] = "6.1" }, "C1", "5.1", "4.1", "U2");

    /// <summary>As Slack sends a form that was filled in.</summary>
    public static JsonObject Submitted(JsonNode view, string said, string user = "U2") => new()
    {
        ["type"] = "view_submission",
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = "T1" },
        ["view"] = new JsonObject
        {
            ["id"] = "V1",
            ["private_metadata"] = (string?)view["private_metadata"],
            ["state"] = new JsonObject { ["values"] = new JsonObject { ["say"] = new JsonObject { ["words"] = new JsonObject { ["value"] = said } } } },
        },
    };

    public static string Interaction(JsonObject payload) => "payload=" + Uri.EscapeDataString(payload.ToJsonString());

    public static string Command(string text, string responseUrl, string user = "U1") =>
        $"command=%2Fhelm&team_id=T1&user_id={user}&channel_id=C1&trigger_id={Guid.NewGuid()}&text={Uri.EscapeDataString(text)}&response_url={Uri.EscapeDataString(responseUrl)}";

    private static JsonObject Acted(JsonObject action, string channel, string ts, string? thread, string user)
    {
        var message = new JsonObject { ["ts"] = ts };
        if (thread is not null)
        {
            message["thread_ts"] = thread;
        }

        return new()
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = "T1" },
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["trigger_id"] = "trigger-1",
            ["channel"] = new JsonObject { ["id"] = channel },
            ["container"] = new JsonObject { ["type"] = "message", ["is_ephemeral"] = false },
            ["message"] = message,
            ["actions"] = new JsonArray(action),
        };
    }
}
