using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Helm.Speech.Tests.Azure;

/// <summary>Everything that the practice service is asked for, and whether it may be.</summary>
internal sealed class PracticeDoors
{
    private int _tokens;

    public AzureScript Script { get; set; } = new();

    public ConcurrentQueue<string> Seen { get; } = new();

    public ConcurrentQueue<RecognitionTurn> Turns { get; } = new();

    public ConcurrentQueue<string> Spoken { get; } = new();

    public async Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/ready" || !IsRefused(http))
        {
            await (path switch
            {
                "/sts/v1.0/issueToken" => http.Response.WriteAsync(Token(++_tokens)),
                "/cognitiveservices/v1" => SynthesisByRest.AnswerAsync(this, http),
                "/cognitiveservices/voices/list" => SynthesisByRest.ListAsync(http),
                "/ready" => Task.CompletedTask,
                _ when path.EndsWith("/websocket/v1", StringComparison.Ordinal) => TalkAsync(http, new SynthesisTalk(this)),
                _ when path.Contains("/speech/", StringComparison.Ordinal) => TalkAsync(http, new RecognitionTalk(this)),
                _ => NotFoundAsync(http),
            });
        }
    }

    private bool IsRefused(HttpContext http)
    {
        var (key, bearer) = (http.Request.Headers["Ocp-Apim-Subscription-Key"].ToString(), http.Request.Headers.Authorization.ToString());
        var allowed = key == AzureScript.Key ? "key" : bearer == $"Bearer {Token(_tokens)}" ? $"token {_tokens}" : null;
        if (Script.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if ((Script.Refusal ?? (allowed is null ? StatusCodes.Status401Unauthorized : null)) is { } status)
        {
            http.Response.StatusCode = status;
            return true;
        }

        Seen.Enqueue($"{allowed} {http.Request.Path}");
        return false;
    }

    private static string Token(int number) => $"practice-token-{number}";

    private static async Task TalkAsync(HttpContext http, ITalk talk)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await talk.TalkAsync(socket, http);
    }

    private static Task NotFoundAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>What goes on over one of the practice service's sockets.</summary>
internal interface ITalk
{
    Task TalkAsync(System.Net.WebSockets.WebSocket socket, HttpContext http);
}
