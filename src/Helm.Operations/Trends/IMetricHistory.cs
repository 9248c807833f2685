using Helm.Operations.Monitoring;

namespace Helm.Operations.Trends;

/// <summary>Reads how metrics went, as a check would have measured them at each moment.</summary>
public interface IMetricHistory
{
    /// <summary>What could not be read is left out: a trend that is not known is not told.</summary>
    Task<IReadOnlyList<MetricTrace>> ReadAsync(
        IReadOnlyList<Deployment> deployments, IReadOnlyCollection<string> resources, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}

/// <summary>How one metric of one resource went.</summary>
/// <param name="Metric">As health reports name it.</param>
/// <param name="Values">Evenly spaced, the oldest first.</param>
public sealed record MetricTrace(string Resource, string Metric, IReadOnlyList<decimal> Values);
