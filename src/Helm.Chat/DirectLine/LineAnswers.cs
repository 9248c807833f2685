using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Helm.Chat.DirectLine;

/// <summary>What Direct Line answers, with the protocol's own names.</summary>
internal static class LineAnswers
{
    /// <param name="conversation">That the request is about; null where the token alone says it.</param>
    public static async Task<IResult> With(HttpContext http, Passes passes, string? conversation, Func<Pass, Task<IResult>> answer) =>
        passes.Of(http.Request) is not { } pass ? Refuse(http.Request.Headers.Authorization.Count == 0 ? 401 : 403, "The token is missing or over. Get one from Helm's page.")
        : conversation is not null && conversation != pass.Conversation ? Refuse(403, "The token is for another conversation.")
        : await answer(pass);

    public static IResult Token(Passes passes, Pass pass)
    {
        var (token, seconds) = passes.Token(pass);
        return Results.Json(new { conversationId = pass.Conversation, token, expires_in = seconds });
    }

    public static IResult Conversation(HttpContext http, Passes passes, Pass pass, long watermark, int status)
    {
        var (token, seconds) = passes.Token(pass);
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        var streamUrl = $"{scheme}://{http.Request.Host}/v3/directline/conversations/{pass.Conversation}/stream?t={passes.StreamTicket(pass, watermark)}";
        return Results.Json(new { conversationId = pass.Conversation, token, expires_in = seconds, streamUrl }, statusCode: status);
    }

    public static IResult Refuse(int status, string detail) => Results.Problem(detail, statusCode: status);

    public static IResult TooFast(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return Refuse(429, "More is said than Helm:DirectLine:MessagesAMinute allows. Wait a moment.");
    }

    /// <summary>Whoever does not know where they were gets all that there is.</summary>
    public static long Watermark(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;
}
