using Helm.Host.Security;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary><c>/voice</c>: a WebSocket to talk by; <c>/voice/test</c>: a page that does.</summary>
internal static class VoiceEndpoints
{
    /// <summary>Browsers cannot send headers with a WebSocket, so the token comes as a subprotocol that is not chosen.</summary>
    public const string Protocol = "helm.voice.v1";

    /// <summary>What is said is written down, and answered by whoever reads it.</summary>
    public const string Dictation = "helm.dictation.v1";

    public static void MapVoice(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<VoiceOptions>>().Value.Enabled)
        {
            return;
        }

        app.UseWebSockets();
        app.MapGet("/voice", TalkAsync).ExcludeFromDescription();
        SayEndpoint.Map(app);
        app.MapVoicePage();
    }

    private static async Task<IResult> TalkAsync(
        HttpContext http, VoiceCallers callers, VoiceSessions sessions, IOptions<VoiceOptions> options, IOptions<SecurityOptions> security)
    {
        if (Refusal(http, security.Value) is { } refusal)
        {
            return refusal;
        }

        if (callers.DeviceOf(http) is not { } device)
        {
            return Problems.Of(
                StatusCodes.Status401Unauthorized, "Token needed",
                $"Send a device's secret, or the content of {security.Value.TokenFile}, as Authorization: Bearer or as the subprotocol {VoiceCallers.TokenPrefix}SECRET beside {Protocol}.");
        }

        if (sessions.Count >= options.Value.MostSessions)
        {
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable, "Too many talk at once", $"{options.Value.MostSessions} sessions are open (Helm:Voice:MostSessions). Try again later.");
        }

        var protocol = http.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(asked => asked is Protocol or Dictation);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(protocol);
        await sessions.TalkAsync(socket, device with { Dictates = protocol == Dictation }, http.RequestAborted);
        return Results.Empty;
    }

    private static IResult? Refusal(HttpContext http, SecurityOptions security) =>
        !http.WebSockets.IsWebSocketRequest ? Problems.Of(
            StatusCodes.Status426UpgradeRequired, "A WebSocket is needed", "Open /voice/test in a browser, or connect with a WebSocket client: docs/voice.md.")
        : !OriginGate.MayCome(http.Request, security) ? Problems.Of(
            StatusCodes.Status403Forbidden, "Foreign origin",
            "A page of another site wants to listen. If the site is yours, add its origin to Helm:Security:AllowedOrigins.")
        : null;
}
