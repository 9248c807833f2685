using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Counts every request that left for AWS, retries included.</summary>
public sealed class CallStatistics
{
    private static readonly Meter Meter = new("Helm.Cloud");

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "helm.cloud.calls", "{call}", "Requests sent to AWS, retries included.");

    private readonly AsyncLocal<PassCalls?> _pass = new();
    private readonly PassCalls _all = new();

    /// <summary>All operations asked so far, the most frequent first.</summary>
    public IReadOnlyList<CallCount> Snapshot() => _all.Counts;

    /// <summary>From here on, calls of this flow of work are counted for it too.</summary>
    internal PassCalls BeginPass() => _pass.Value = new PassCalls();

    internal void Count(string service, string operation, int units)
    {
        _all.Count(service, operation, units);
        _pass.Value?.Count(service, operation, units);
        Calls.Add(1, new("service", service), new("operation", operation));
    }
}

/// <summary>How often one operation was asked, what that costs, and how long it takes at the rate that AWS documents.</summary>
public sealed record CallCount(string Service, string Operation, long Calls, decimal Dollars, TimeSpan AtDocumentedLimit);

/// <summary>The calls of one pass.</summary>
internal sealed class PassCalls
{
    private readonly ConcurrentDictionary<(string Service, string Operation), (long Calls, long Units)> _counts = new();

    public IReadOnlyList<CallCount> Counts =>
        [.. _counts
            .Select(entry => new CallCount(
                entry.Key.Service,
                entry.Key.Operation,
                entry.Value.Calls,
                ApiPrices.Of(entry.Key.Service, entry.Key.Operation, entry.Value.Units),
                ApiLimits.TimeFor(entry.Key.Service, entry.Key.Operation, entry.Value.Calls)))
            .OrderByDescending(count => count.Calls)
            .ThenBy(count => count.Operation, StringComparer.Ordinal)];

    public void Count(string service, string operation, int units) => _counts.AddOrUpdate(
        (service, operation), (1, units), (_, count) => (count.Calls + 1, count.Units + units));
}
