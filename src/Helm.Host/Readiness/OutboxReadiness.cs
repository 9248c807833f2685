using Helm.Operations.Delivery;

namespace Helm.Host.Readiness;

/// <summary>What Helm has to tell reaches the outside; dead letters are for a person to look at.</summary>
internal sealed class OutboxReadiness(IOutboxStore outbox, TimeProvider time) : IReadinessCheck
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(5);

    public string Name => "outbox";

    public bool Required => false;

    public async Task<ReadinessState> CheckAsync(CancellationToken cancellation)
    {
        var counts = await outbox.CountAsync(cancellation);
        return counts switch
        {
            { Dead: > 0 } => ReadinessState.Unavailable(
                $"{counts.Dead} messages could not be delivered; 'heyhelm alerts outbox --dead' lists them with their reasons."),
            { OldestPending: { } oldest } when time.GetUtcNow() - oldest > Slow => ReadinessState.Unavailable(
                $"{counts.Pending} messages wait, the oldest since {oldest.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
            _ => ReadinessState.Ready,
        };
    }
}
