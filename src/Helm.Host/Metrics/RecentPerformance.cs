using Helm.Operations.Reviews;

namespace Helm.Host.Metrics;

/// <summary>How well operations went of late, worked out now and then: it is read through thousands of issues, and asked for every few seconds.</summary>
internal sealed class RecentPerformance(PerformanceReader reader, TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(30);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private Performance? _latest;

    public async Task<Performance> ReadAsync(CancellationToken cancellation)
    {
        if (_latest is not { } known || time.GetUtcNow() - known.To > Fresh)
        {
            _latest = known = await reader.ReadAsync(null, Span, cancellation);
        }

        return known;
    }
}
