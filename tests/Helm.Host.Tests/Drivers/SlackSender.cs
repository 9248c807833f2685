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

    public static Task<HttpResponseMessage> SlackAsync(this HelmAtWork helm, string body, string contentType)
    {
        var timestamp = $"{Now}";
        return helm.SendAsync(HttpMethod.Post, "/slack/events", body, contentType, ("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", Sign(body, timestamp)));
    }

    public static async Task EventAsync(this HelmAtWork helm, JsonObject what, string? id = null)
    {
        using var response = await helm.SlackAsync(Callback(what, id).ToJsonString(), Json);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static Task<HttpResponseMessage> InteractAsync(this HelmAtWork helm, JsonObject payload) =>
        helm.SlackAsync("payload=" + Uri.EscapeDataString(payload.ToJsonString()), Form);

    public static Task<HttpResponseMessage> CommandAsync(this HelmAtWork helm, string text, string responseUrl) => helm.SlackAsync(
        "command=%2Fhelm&team_id=T1&user_id=U1&channel_id=C1&trigger_id=" + Guid.NewGuid() + "&text=" + Uri.EscapeDataString(text) + "&response_url=" + Uri.EscapeDataString(responseUrl), Form);

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

    public static JsonObject Pressed(string action, string value, string channel = "C1", string ts = "5.1") => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = "U2", ["team_id"] = "T1" },
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["trigger_id"] = "trigger-1",
        ["channel"] = new JsonObject { ["id"] = channel },
        ["message"] = new JsonObject { ["ts"] = ts, ["thread_ts"] = "4.1" },
        ["actions"] = new JsonArray(new JsonObject { ["action_id"] = action, ["value"] = value, ["action_ts"] = "6.1" }),
    };
}
