using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helm.Host.Tests.Drivers;

/// <summary>Slack's side of the wire on loopback: the Web API, response addresses, uploads and Socket Mode.</summary>
/// <remarks>Slack's own JavaScript clients drive it unchanged (tests/clients/slack), so that what passes against it speaks Slack.</remarks>
internal sealed class LoopbackSlack : IAsyncDisposable
{
    public const string BotToken = "xoxb-loopback";
    public const string AppToken = "xapp-loopback";
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Bot = "UHELM";
    public const string Team = "T1";

    private static readonly string[] Structured = ["attachments", "blocks", "files", "metadata", "prompts", "view"];

    private readonly WebApplication _app;
    private readonly SlackState _state = new();

    private LoopbackSlack(WebApplication app) => _app = app;

    /// <summary>All calls but auth.test and apps.connections.open, in order.</summary>
    public ConcurrentQueue<SlackCall> Calls { get; } = [];

    /// <summary>Answers to give first.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Before { get; } = [];

    /// <summary>The error that a method is answered with, as where the app lacks a scope.</summary>
    public ConcurrentDictionary<string, string> Refuses { get; } = [];

    public ConcurrentQueue<JsonNode> Acknowledged { get; } = [];

    /// <summary>What happened to sockets: opened 1, closed 1.</summary>
    public ConcurrentQueue<string> Sockets { get; } = [];

    public ConcurrentQueue<byte[]> Uploads { get; } = [];

    /// <summary>What posting waits for, when it is set.</summary>
    public TaskCompletionSource? Stall { get; set; }

    /// <summary>Whom the workspace knows.</summary>
    public ConcurrentDictionary<string, JsonObject> People => _state.People;

    public string Url => _app.Urls.First();

    public string ResponseUrl => Url + "/respond/1";

    public string[] Settings =>
    [
        $"Helm:Slack:ApiUrl={Url}/api/", "Helm:Slack:BotToken=env:HELM_TEST_SLACK_BOT", "Helm:Slack:SigningSecret=env:HELM_TEST_SLACK_SECRET",
    ];

    /// <summary>What the settings refer to.</summary>
    public static IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["HELM_TEST_SLACK_BOT"] = BotToken,
        ["HELM_TEST_SLACK_APP"] = AppToken,
        ["HELM_TEST_SLACK_SECRET"] = Secret,
    };

    public static async Task<LoopbackSlack> StartAsync()
    {
        foreach (var (name, value) in Secrets)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new LoopbackSlack(app);
        app.UseWebSockets();
        app.MapPost("/api/{method}", slack.CallAsync);
        app.MapPost("/respond/{id}", slack.RespondAsync);
        app.MapPost("/upload/{id}", slack.UploadAsync);
        app.Map("/link", slack.LinkAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return slack;
    }

    public async Task<SlackCall[]> WaitAsync(string method, int count = 1)
    {
        while (Calls.Count(call => call.Method == method) < count)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return [.. Calls.Where(call => call.Method == method)];
    }

    /// <summary>Sends an envelope by the newest socket, as soon as there is one.</summary>
    public async Task PushAsync(JsonObject envelope)
    {
        while (_state.Newest is null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await _state.SendAsync(envelope);
    }

    public async ValueTask DisposeAsync()
    {
        await _state.CloseAsync();
        await _app.DisposeAsync();
    }

    private async Task CallAsync(HttpContext http, string method)
    {
        if (Before.TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }

        var fields = await FieldsAsync(http);
        if (Stall is { } stall && method.StartsWith("chat.", StringComparison.Ordinal))
        {
            await stall.Task.WaitAsync(http.RequestAborted);
        }

        var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var expected = method == "apps.connections.open" ? AppToken : BotToken;
        var error = token != expected ? "invalid_auth" : Refuses.GetValueOrDefault(method);
        var body = error is null ? _state.Answer(method, fields, Url) : new() { ["ok"] = false, ["error"] = error };
        if (method is not ("auth.test" or "apps.connections.open"))
        {
            Calls.Enqueue(new(method, fields) { Ts = (string?)body["ts"] });
        }

        await http.Response.WriteAsJsonAsync(body, http.RequestAborted);
    }

    /// <summary>As Slack does: forms, whose structured fields are JSON in a string.</summary>
    private static async Task<JsonObject> FieldsAsync(HttpContext http)
    {
        var fields = new JsonObject();
        if (http.Request.HasFormContentType)
        {
            foreach (var (name, value) in await http.Request.ReadFormAsync(http.RequestAborted))
            {
                var text = value.ToString();
                fields[name] = Structured.Contains(name) ? JsonNode.Parse(text) : text;
            }
        }

        return fields;
    }

    private async Task RespondAsync(HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
        body["authorization"] = http.Request.Headers.Authorization.ToString();
        Calls.Enqueue(new("response_url", body));
        await http.Response.WriteAsync("ok", http.RequestAborted);
    }

    /// <summary>The bytes themselves, or a form with one file: Slack takes both.</summary>
    private async Task UploadAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        await (form?.Files[0].OpenReadStream() ?? http.Request.Body).CopyToAsync(bytes, http.RequestAborted);
        Uploads.Enqueue(bytes.ToArray());
        await http.Response.WriteAsync($"OK - {bytes.Length}", http.RequestAborted);
    }

    private async Task LinkAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var number = _state.Opened(socket);
        Sockets.Enqueue($"opened {number}");
        await SlackState.SendAsync(socket, new() { ["type"] = "hello", ["num_connections"] = 1 });
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                Acknowledged.Enqueue(JsonNode.Parse(buffer.AsSpan(0, part.Count))!);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The other side ended without a farewell.
        }

        Sockets.Enqueue($"closed {number}");
    }
}

/// <summary>One call of the Web API, or one post to a response address.</summary>
internal sealed record SlackCall(string Method, JsonObject Fields)
{
    /// <summary>What Slack called the message.</summary>
    public string? Ts { get; init; }

    public string? this[string name] => Fields[name] is { } value ? value.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string?)value : value.ToJsonString() : null;
}
