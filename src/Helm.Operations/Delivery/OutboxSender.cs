using Microsoft.Extensions.Logging;

namespace Helm.Operations.Delivery;

/// <summary>Sends one taken message and keeps what became of it.</summary>
internal sealed partial class OutboxSender(IOutboxStore store, DeliveryOptions options, TimeProvider time, ILogger log)
{
    /// <summary>True when it was delivered.</summary>
    public async Task<bool> SendAsync(IDeliveryChannel channel, TakenMessage taken, string holder, CancellationToken cancellation)
    {
        var key = taken.Message.Key;
        switch (await SendingAttempt.RunAsync(channel, taken.Message, options.SendTimeout, log, cancellation))
        {
            case DeliveryOutcome.Delivered { Reference: var reference }:
                await store.DeliveredAsync(key, holder, time.GetUtcNow(), reference, cancellation);
                return true;
            case DeliveryOutcome.RetryAfter retry:
                var next = Patience.NextAttempt(taken, retry.Wait, options, time.GetUtcNow());
                LogFailed(log, channel.Name, key, taken.Attempts, retry.Reason, next is null ? "given up" : "tried again");
                await store.FailedAsync(key, holder, retry.Reason, next, cancellation);
                return false;
            case DeliveryOutcome.Refused { Reason: var reason }:
                LogFailed(log, channel.Name, key, taken.Attempts, reason, "refused");
                await store.FailedAsync(key, holder, reason, null, cancellation);
                return false;
            default:
                throw new InvalidOperationException("An outcome without a rule.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} did not take {Key} at attempt {Attempt}: {Reason}; {Consequence}")]
    private static partial void LogFailed(ILogger log, string channel, string key, int attempt, string reason, string consequence);
}
