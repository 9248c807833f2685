using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Signals;

/// <summary>Whether a resource is at its end: beside its limit where that is known, else by its share in percent.</summary>
internal sealed class ResourceLimits(EvidenceBundle bundle)
{
    private const double Nearly = 0.9;

    private static readonly Dictionary<string, string[]> Limits = new(StringComparer.Ordinal)
    {
        ["connections"] = ["max_connections", "connection_limit", "pool_size", "max_pool_size", "connections_limit"],
        ["concurrency"] = ["concurrency_limit", "reserved_concurrency", "max_concurrency"],
        ["free_disk"] = ["allocated_bytes", "allocated_storage", "total_storage", "disk_size"],
        ["memory"] = ["memory_limit", "memory_size", "max_memory"],
    };

    /// <summary>Told in words; null while something is left.</summary>
    public string? AtItsEnd(Trace trace, MetricRow row, string unit, Shift? shift)
    {
        var level = Latest(trace, shift);
        if (unit == "%")
        {
            return row.End > 0 && level >= row.End && level <= 100.5 ? $"{MetricWords.NameOf(trace)} is at {MetricWords.Number(level)}%" : null;
        }

        return LimitOf(trace.Component, row.Kind) is { } limit and > 0 ? Beside(trace, row, level, limit) : null;
    }

    private static string? Beside(Trace trace, MetricRow row, double level, double limit)
    {
        if (row.Bad == "down")
        {
            return level <= (1 - Nearly) * limit ? $"{MetricWords.NameOf(trace)} is down to {MetricWords.Number(100 * level / limit)}%" : null;
        }

        return level >= Nearly * limit ? $"{MetricWords.NameOf(trace)} is at {MetricWords.Number(Math.Round(level))} of {MetricWords.Number(limit)}" : null;
    }

    private double? LimitOf(string component, string kind)
    {
        var names = Limits.GetValueOrDefault(kind, []);
        return bundle.All(result => result.Facts)
                .FirstOrDefault(fact => fact.Component == component && names.Contains(MetricWords.SnakeCase(fact.Name)))?.Value
            ?? bundle.All(result => result.Traces)
                .Where(other => other.Component == component && other.Points.Count > 0 && names.Contains(MetricWords.SnakeCase(other.Metric)))
                .Select(other => (double?)other.Points[^1].Value).FirstOrDefault();
    }

    /// <summary>The middle of the last third, of what came after a shift where there was one: a young fault fills no third of the whole.</summary>
    private static double Latest(Trace trace, Shift? shift)
    {
        var since = trace.Points.Count(point => shift is null || point.Time >= shift.At);
        var count = Math.Max(3, since / 3);
        return ShiftFinder.Median([.. trace.Points.Skip(Math.Max(0, trace.Points.Count - count)).Select(point => point.Value)]);
    }
}
