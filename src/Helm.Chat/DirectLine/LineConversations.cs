using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary><c>/conversations</c>: begun, gone on with after the line broke, and listened to.</summary>
internal static class LineConversations
{
    public static void Map(IEndpointRouteBuilder line)
    {
        line.MapPost("/conversations", BeginAsync);
        line.MapGet("/conversations/{conversation}", ReconnectAsync);
        line.MapGet("/conversations/{conversation}/activities", ReadAsync);
        line.MapGet("/conversations/{conversation}/stream", StreamAsync);
    }

    private static Task<IResult> BeginAsync(HttpContext http, Passes passes, LineDesk desk) => LineAnswers.With(http, passes, null, async pass =>
    {
        await desk.BeginAsync(pass, http.RequestAborted);
        return LineAnswers.Conversation(http, passes, pass, 0, StatusCodes.Status201Created);
    });

    private static Task<IResult> ReconnectAsync(HttpContext http, Passes passes, string conversation, string? watermark) =>
        LineAnswers.With(http, passes, conversation, pass =>
            Task.FromResult(LineAnswers.Conversation(http, passes, pass, LineAnswers.Watermark(watermark), StatusCodes.Status200OK)));

    private static Task<IResult> ReadAsync(HttpContext http, Passes passes, Transcript transcript, string conversation, string? watermark) =>
        LineAnswers.With(http, passes, conversation, async pass =>
            Results.Json((await transcript.ReadAsync(pass.Conversation, LineAnswers.Watermark(watermark), http.RequestAborted)).Write()));

    /// <summary>Browsers cannot send headers with a WebSocket, so the ticket is in the address, and soon worth nothing.</summary>
    private static async Task<IResult> StreamAsync(
        HttpContext http, Passes passes, Transcript transcript, LineStream stream, IOptions<DirectLineOptions> options, string conversation, string? t)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return LineAnswers.Refuse(426, "This is a WebSocket; its address comes from POST /v3/directline/conversations.");
        }

        if (passes.OfStream(t) is not { } ticket || ticket.Pass.Conversation != conversation)
        {
            return LineAnswers.Refuse(403, "The address of this stream is over. Get another from GET /v3/directline/conversations/ID.");
        }

        if (transcript.Listeners >= options.Value.MostStreams)
        {
            return LineAnswers.Refuse(503, "So many clients listen already (Helm:DirectLine:MostStreams). Fetch the activities instead, or try again later.");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await stream.RunAsync(socket, ticket.Pass, ticket.Watermark, http.RequestAborted);
        return Results.Empty;
    }
}
