using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Sends activities to the channel: the client side of the Bot Connector API.</summary>
internal sealed partial class ConnectorClient(ConnectorCall call, ConversationPace pace, TimeProvider time, ILogger<ConnectorClient> log)
{
    private const int Attempts = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly SendOutcome TooMany =
        new(false) { Problem = "more waits for this conversation than Teams lets through", MayTryAgain = true, RetryAfter = TimeSpan.FromSeconds(30) };

    /// <summary>False when the channel did not take it after several attempts; the reason is in the log.</summary>
    public async Task<bool> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await TrySendAsync(to, activity, cancellation);
            if (outcome.Taken)
            {
                LogSent(outcome.Id);
                return true;
            }

            if (!outcome.MayTryAgain || attempt == Attempts)
            {
                LogGivenUp(to.ServiceUrl.Host, to.ServiceUrl.Port, attempt, outcome.Problem);
                return false;
            }

            await Task.Delay(Wait(attempt, outcome.RetryAfter), time, cancellation);
        }
    }

    /// <summary>One attempt, for who keeps the message and its patience elsewhere.</summary>
    public async Task<SendOutcome> TrySendAsync(ConversationReference to, Activity activity, CancellationToken cancellation)
    {
        return await pace.WaitAsync(to, cancellation)
            ? await call.MakeAsync(HttpMethod.Post, Address(to, activity.ReplyToId), ActivityJson.Write(activity), cancellation)
            : TooMany;
    }

    /// <summary>Puts something else in the place of what was sent.</summary>
    public async Task<SendOutcome> UpdateAsync(ConversationReference to, string id, Activity activity, CancellationToken cancellation)
    {
        return await pace.WaitAsync(to, cancellation)
            ? await call.MakeAsync(HttpMethod.Put, Address(to, id), ActivityJson.Write(activity with { Id = id }), cancellation)
            : TooMany;
    }

    private static Uri Address(ConversationReference to, string? activity) =>
        to.Address(activity is null ? "activities" : "activities/" + Uri.EscapeDataString(activity));

    private static TimeSpan Wait(int attempt, TimeSpan? retryAfter)
    {
        var backoff = TimeSpan.FromMilliseconds(250 * (1 << attempt) * (0.5 + Random.Shared.NextDouble()));
        var wait = retryAfter > backoff ? retryAfter.Value : backoff;
        return wait < LongestWait ? wait : LongestWait;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The channel took the activity as {Id}")]
    private partial void LogSent(string? id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel at {Host}:{Port} did not take an answer after {Attempts} attempts: {Problem}. Is the Emulator still open?")]
    private partial void LogGivenUp(string host, int port, int attempts, string? problem);
}
