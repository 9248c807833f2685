using Microsoft.Extensions.Logging;

namespace Helm.Operations.Delivery;

/// <summary>One attempt to send, whatever the channel does.</summary>
internal static partial class SendingAttempt
{
    public static async Task<DeliveryOutcome> RunAsync(
        IDeliveryChannel channel, OutboxMessage message, TimeSpan timeout, ILogger log, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            return await channel.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryOutcome.RetryAfter(FormattableString.Invariant($"No answer within {timeout.TotalSeconds} seconds."));
        }
#pragma warning disable CA1031 // Whatever keeps a channel from sending is a reason to try again, until the message is given up.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogThrew(log, exception, channel.Name, message.Key);
            return new DeliveryOutcome.RetryAfter(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} failed at {Key}")]
    private static partial void LogThrew(ILogger log, Exception exception, string channel, string key);
}
