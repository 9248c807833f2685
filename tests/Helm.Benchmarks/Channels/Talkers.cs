using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Benchmarks.Channels;

/// <summary>A thousand conversations: the even ones with the Bot Framework, the odd ones in Slack, signed as Slack signs.</summary>
internal sealed class Talkers(Uri helm, ChannelSide side) : IDisposable
{
    public const int Conversations = 1000;

    private static readonly string[] Questions = ["status of production", "what issues do we have", "show me the dashboard", "help"];

    private readonly HttpClient _http = new() { BaseAddress = helm, Timeout = TimeSpan.FromMinutes(2) };
    private int _number;

    /// <summary>As whoever sends it work would: a host that learns its language is not ready yet.</summary>
    public async Task WaitUntilReadyAsync()
    {
        while (await _http.GetAsync("readyz") is { IsSuccessStatusCode: false } answer)
        {
            answer.Dispose();
            await Task.Delay(200);
        }
    }

    /// <summary>The next message of a conversation; returns when it is acknowledged.</summary>
    public Task SayAsync(int turn)
    {
        var (conversation, number) = (turn % Conversations, Interlocked.Increment(ref _number));
        var question = Questions[(conversation / 2) % Questions.Length];
        return conversation % 2 == 0 ? SayInTeamsAsync(conversation, number, question) : SayInSlackAsync(conversation, number, question);
    }

    /// <summary>The same bytes, for the bare endpoint.</summary>
    public Task EchoAsync(int turn) => PostAsync("bench/echo", Activity(turn % Conversations, turn, Questions[0]).ToJsonString(), null);

    public async Task<OwnMemory> MemoryAsync() => (await _http.GetFromJsonAsync<OwnMemory>("bench/memory"))!;

    public void Dispose() => _http.Dispose();

    private Task SayInTeamsAsync(int conversation, int number, string question)
    {
        side.Answers.Expect($"a{number}", "bot framework: " + question);
        return PostAsync("api/messages", Activity(conversation, number, question).ToJsonString(), null);
    }

    private JsonObject Activity(int conversation, int number, string question) => new()
    {
        ["type"] = "message",
        ["id"] = $"a{number}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = side.Url,
        ["from"] = new JsonObject { ["id"] = $"u{conversation}", ["name"] = "User" },
        ["recipient"] = new JsonObject { ["id"] = "bot1", ["name"] = "Helm", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = $"c{conversation}" },
        ["text"] = question,
        ["textFormat"] = "plain",
    };

    private Task SayInSlackAsync(int conversation, int number, string question)
    {
        var at = FormattableString.Invariant($"{number}.000100");
        side.Answers.Expect(at, "slack: " + question);
        var body = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = $"Ev{number}",
            ["event"] = new JsonObject
            {
                ["type"] = "message",
                ["channel_type"] = "im",
                ["team"] = "T1",
                ["user"] = $"U{conversation}",
                ["channel"] = $"D{conversation}",
                ["ts"] = at,
                ["text"] = question,
            },
        }.ToJsonString();
        return PostAsync("slack/events", body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="timestamp">Of what Slack signs; null for what is not signed.</param>
    private async Task PostAsync(string address, string body, string? timestamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (timestamp is not null)
        {
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(ChannelSettings.Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
            request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
            request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(mac));
        }

        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }
}
