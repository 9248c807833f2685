using System.Net;
using Helm.Chat.BotFramework.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Lets in what a channel has signed; in development mode, what a program on this machine sends.</summary>
internal sealed partial class ActivityGate(ChannelAuthentication authentication, IOptions<BotIdentityOptions> identity, ILogger<ActivityGate> log)
{
    /// <summary>Before a byte of the body is read: null, or why not even that.</summary>
    public Refusal? BeforeBody(HttpContext http) =>
        identity.Value.IsConfigured
            ? string.IsNullOrEmpty(http.Request.Headers.Authorization) ? Unproven : null
            : IsLocal(http.Connection.RemoteIpAddress) ? null : new(403, "In development mode only programs on this machine are heard.");

    /// <summary>Whether the channel that the activity names has sent it.</summary>
    public async Task<Refusal?> JudgeAsync(HttpContext http, Activity activity)
    {
        if (!identity.Value.IsConfigured)
        {
            return null;
        }

        var header = http.Request.Headers.Authorization;
        var verdict = await authentication.JudgeAsync(
            header.Count == 1 ? header[0] : null, activity.ChannelId, activity.ServiceUrl, http.RequestAborted);
        if (verdict.IsAccepted)
        {
            return null;
        }

        LogRefused(http.Connection.RemoteIpAddress, verdict.Reason);
        return verdict.Status == StatusCodes.Status401Unauthorized ? Unproven : new(403, "The token is not for this activity.");
    }

    private static Refusal Unproven { get; } = new(401, "A token of the Bot Framework is needed.");

    private static bool IsLocal(IPAddress? peer) => peer is not null && IPAddress.IsLoopback(peer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity from {Peer} was refused: {Reason}")]
    private partial void LogRefused(IPAddress? peer, string reason);
}
