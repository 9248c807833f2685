using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helm.Host.Tests.Drivers;

/// <summary>The channel's side of the Bot Framework wire: a connector on loopback that keeps what Helm sends.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Emulator(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, JsonNode Activity)> Received { get; } = [];

    /// <summary>That Helm is at an answer; how often depends on the machine, so it is kept apart.</summary>
    public ConcurrentQueue<string> Typing { get; } = [];

    /// <summary>What Helm put in the place of something it had sent.</summary>
    public ConcurrentQueue<(string Path, JsonNode Activity)> Updated { get; } = [];

    /// <summary>What each activity showed of its sender.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = [];

    /// <summary>Answers to give first, before 201.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Before { get; } = [];

    public string ServiceUrl => _app.Urls.First();

    public static async Task<Emulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var emulator = new Emulator(app);
        app.Run(emulator.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return emulator;
    }

    /// <summary>Waits until that many activities came.</summary>
    public Task<IReadOnlyList<(string Path, JsonNode Activity)>> WaitAsync(int count) => Received.ReachAsync(count);

    public JsonObject Activity(string type, string conversation = "c1", string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? Guid.NewGuid().ToString(),
        ["channelId"] = "emulator",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "User" },
        ["recipient"] = new JsonObject { ["id"] = "bot1", ["name"] = "Helm", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["timestamp"] = "2026-01-01T00:00:00.000Z",
        ["channelData"] = new JsonObject { ["clientActivityID"] = "x" },
    };

    public JsonObject Message(string text, string conversation = "c1", string? id = null)
    {
        var message = Activity("message", conversation, id);
        message["text"] = text;
        message["textFormat"] = "plain";
        message["locale"] = "en-US";
        return message;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var activity = http.Request.Method == "GET" ? null : await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        if ((string?)activity?["type"] == "typing")
        {
            Typing.Enqueue(http.Request.Path.Value!);
            http.Response.StatusCode = StatusCodes.Status201Created;
            return;
        }

        if (Before.TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }

        Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
        (http.Request.Method == "PUT" ? Updated : Received).Enqueue((http.Request.Path.Value!, activity!));
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(new { id = "sent-" + Received.Count }, http.RequestAborted);
    }
}
