using System.Net.WebSockets;
using Helm.Chat.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack.Sockets;

/// <summary>Keeps a socket to Slack open, so that no public address is needed: the new one opens before the old one closes.</summary>
internal sealed partial class SocketMode(
    SlackApi api, SlackAddresses addresses, SlackDesk desk, IOptions<SlackOptions> options, TimeProvider time, ILogger<SocketMode> log) : BackgroundLoop
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>What no further attempt mends.</summary>
    private static readonly string[] Hopeless = ["invalid_auth", "not_authed", "account_inactive", "token_revoked", "link_disabled", "not_allowed_token_type", "missing_scope", "forbidden_team"];

    protected override async Task RunAsync(CancellationToken stopping)
    {
        if (options.Value.AppToken.Length == 0)
        {
            return;
        }

        try
        {
            await KeepOpenAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task KeepOpenAsync(CancellationToken stopping)
    {
        SocketConnection? old = null;
        while (await ConnectAsync(stopping) is { } current)
        {
            var reading = ReadAsync(current, stopping);
            if (old is not null)
            {
                await CloseAsync(old, stopping);
            }

            old = current;
            var reason = await current.Leaving.WaitAsync(stopping);
            LogLeaving(reason);
            if (reason == "link_disabled")
            {
                await CloseAsync(current, stopping);
                await reading;
                return;
            }
        }
    }

    /// <summary>Null when Slack will not have Helm.</summary>
    private async Task<SocketConnection?> ConnectAsync(CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            var opened = await api.OpenSocketAsync(stopping);
            if (Hopeless.Contains(opened.Error))
            {
                LogRefused(opened.Error);
                return null;
            }

            if (addresses.Socket(opened.Body.Text("url")) is { } address && await TryOpenAsync(address, stopping) is { } connection)
            {
                return connection;
            }

            LogWaiting(opened.Error ?? "the socket did not open", attempt);
            var wait = TimeSpan.FromMilliseconds(500 << Math.Min(attempt, 6));
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stopping);
        }
    }

    private async Task<SocketConnection?> TryOpenAsync(Uri address, CancellationToken stopping)
    {
        var connection = new SocketConnection(AcknowledgeAsync);
        try
        {
            await connection.OpenAsync(address, stopping);
            return connection;
        }
        catch (WebSocketException)
        {
            connection.Dispose();
            return null;
        }
    }

    private static async Task ReadAsync(SocketConnection connection, CancellationToken stopping)
    {
        using (connection)
        {
            await connection.ReadAsync(stopping);
        }
    }

    private static async Task CloseAsync(SocketConnection connection, CancellationToken stopping)
    {
        try
        {
            await connection.CloseAsync(stopping);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            // It closed by itself.
        }
    }

    /// <summary>Null for what could not be kept: without an answer Slack sends it again.</summary>
    private async Task<Acknowledgement?> AcknowledgeAsync(SlackEnvelope envelope, CancellationToken cancellation)
    {
        try
        {
            return await desk.AcknowledgeAsync(envelope, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogNotKept(failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket ends ({Reason}); a new one is opened")]
    private partial void LogLeaving(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack refuses the socket: {Error}. Look at Helm:Slack:AppToken, and whether Socket Mode is on in the app's settings")]
    private partial void LogRefused(string? error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's socket is not open at attempt {Attempt}: {Problem}; it is tried again")]
    private partial void LogWaiting(string problem, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "What Slack sent could not be kept; Slack sends it again")]
    private partial void LogNotKept(Exception failure);
}
