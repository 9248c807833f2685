using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>What the loopback Slack remembers, and what it answers to each method.</summary>
internal sealed class SlackState
{
    private readonly ConcurrentDictionary<string, JsonObject> _messages = [];
    private readonly ConcurrentDictionary<string, bool> _reactions = [];
    private int _number;
    private int _sockets;

    /// <summary>As users.info tells them.</summary>
    public ConcurrentDictionary<string, JsonObject> People { get; } = new() { ["U1"] = Person("U1", "a@example.com") };

    public WebSocket? Newest { get; private set; }

    public static JsonObject Person(string id, string email) => new()
    {
        ["id"] = id,
        ["team_id"] = LoopbackSlack.Team,
        ["name"] = id,
        ["tz"] = "Europe/Berlin",
        ["is_restricted"] = false,
        ["is_email_confirmed"] = true,
        ["profile"] = new JsonObject { ["email"] = email, ["real_name"] = "Somebody" },
    };

    public int Opened(WebSocket socket)
    {
        Newest = socket;
        return Interlocked.Increment(ref _sockets);
    }

    public Task SendAsync(JsonObject envelope) => SendAsync(Newest!, envelope);

    public static Task SendAsync(WebSocket socket, JsonObject message) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    public async Task CloseAsync()
    {
        if (Newest is { State: WebSocketState.Open } open)
        {
            await open.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
    }

    public JsonObject Answer(string method, JsonObject fields, string url) => method switch
    {
        "auth.test" => Ok(new() { ["user_id"] = LoopbackSlack.Bot, ["team_id"] = LoopbackSlack.Team, ["user"] = "helm", ["team"] = "Test", ["bot_id"] = "BHELM", ["url"] = url }),
        "apps.connections.open" => Ok(new() { ["url"] = url.Replace("http", "ws", StringComparison.Ordinal) + "/link" }),
        "chat.postMessage" => Post(fields),
        "chat.update" => Update(fields),
        "chat.postEphemeral" => SlackRules.Problem(fields) is { } wrong ? Error(wrong) : Ok(new() { ["message_ts"] = Ts() }),
        "reactions.add" => _reactions.TryAdd($"{fields["channel"]}/{fields["timestamp"]}/{fields["name"]}", true) ? Ok([]) : Error("already_reacted"),
        "views.open" or "views.publish" => SlackRules.ViewProblem(fields["view"]) is { } wrong ? Error(wrong) : Ok(new() { ["view"] = new JsonObject { ["id"] = $"V{Next()}" } }),
        "conversations.open" => Ok(new() { ["channel"] = new JsonObject { ["id"] = $"D{fields["users"]}" } }),
        "conversations.replies" => Ok(new() { ["messages"] = new JsonArray([.. Thread(fields)]), ["has_more"] = false }),
        "users.info" => People.TryGetValue((string?)fields["user"] ?? "", out var person) ? Ok(new() { ["user"] = person.DeepClone() }) : Error("user_not_found"),
        "files.getUploadURLExternal" => Ok(new() { ["upload_url"] = $"{url}/upload/{Next()}", ["file_id"] = $"F{_number}" }),
        "files.completeUploadExternal" => Ok(new() { ["files"] = fields["files"]?.DeepClone() }),
        "assistant.threads.setStatus" => Error("not_allowed"),
        _ => Error("unknown_method"),
    };

    private static JsonObject Ok(JsonObject body)
    {
        body["ok"] = true;
        return body;
    }

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };

    private int Next() => Interlocked.Increment(ref _number);

    private string Ts() => string.Create(CultureInfo.InvariantCulture, $"1700000000.{Next():000000}");

    private IEnumerable<JsonNode?> Thread(JsonObject fields) => _messages
        .Where(message => message.Key.EndsWith($"/{fields["ts"]}", StringComparison.Ordinal) || (string?)message.Value["thread_ts"] == (string?)fields["ts"])
        .OrderBy(message => message.Key, StringComparer.Ordinal).Select(message => message.Value.DeepClone());

    private JsonObject Post(JsonObject fields)
    {
        if ((string?)fields["channel"] is not ['C' or 'D' or '#', ..] named)
        {
            return Error("channel_not_found");
        }

        var channel = named[0] == '#' ? "C1" : named; // posting takes a name, changing does not

        if (SlackRules.Problem(fields) is { } wrong)
        {
            return Error(wrong);
        }

        var ts = Ts();
        _messages[$"{channel}/{ts}"] = new() { ["ts"] = ts, ["text"] = (string?)fields["text"], ["thread_ts"] = (string?)fields["thread_ts"] };
        return Ok(new() { ["ts"] = ts, ["channel"] = channel });
    }

    private JsonObject Update(JsonObject fields)
    {
        if (!_messages.TryGetValue($"{fields["channel"]}/{fields["ts"]}", out var message))
        {
            return Error("message_not_found");
        }

        message["text"] = (string?)fields["text"];
        return Ok(new() { ["ts"] = (string?)fields["ts"], ["channel"] = (string?)fields["channel"] });
    }
}
