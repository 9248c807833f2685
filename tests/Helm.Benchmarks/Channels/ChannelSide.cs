using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Helm.Benchmarks.Channels;

/// <summary>Where Helm's answers arrive: a connector of the Bot Framework and Slack's Web API on one port of loopback.</summary>
internal sealed class ChannelSide : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _sent;

    private ChannelSide(WebApplication app) => _app = app;

    public Answers Answers { get; } = new();

    public string Url => _app.Urls.First();

    public static async Task<ChannelSide> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var side = new ChannelSide(app);
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", side.ActivityAsync);
        app.MapPost("/api/{method}", side.CallAsync);
        await app.StartAsync();
        return side;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ActivityAsync(HttpContext http, string? activity)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        Answers.Came(activity);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(new { id = $"sent-{Interlocked.Increment(ref _sent)}" });
    }

    private async Task CallAsync(HttpContext http, string method)
    {
        var form = await http.Request.ReadFormAsync();
        if (method == "chat.postMessage")
        {
            Answers.Came(form["thread_ts"]);
        }

        await http.Response.WriteAsJsonAsync(method == "auth.test"
            ? new JsonObject { ["ok"] = true, ["team_id"] = "T1", ["user_id"] = "UHELM", ["bot_id"] = "BHELM" }
            : new JsonObject { ["ok"] = true, ["channel"] = form["channel"].ToString(), ["ts"] = $"9.{Interlocked.Increment(ref _sent)}" });
    }
}
