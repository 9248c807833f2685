using Helm.Operations.Claims;

namespace Helm.Operations.Delivery;

/// <summary>When a message is tried again.</summary>
internal static class Patience
{
    /// <summary>Null when the message has waited for too long.</summary>
    public static DateTimeOffset? NextAttempt(TakenMessage taken, TimeSpan? asked, DeliveryOptions options, DateTimeOffset now)
    {
        var next = now + (asked ?? Backoff.After(taken.Attempts, options.FirstRetry, options.LongestRetry));
        var since = taken.Message.NotBefore > taken.AddedAt ? taken.Message.NotBefore.Value : taken.AddedAt;
        return next - since > options.GiveUpAfter ? null : next;
    }
}
