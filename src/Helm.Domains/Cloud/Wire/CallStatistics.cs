using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Counts every request that left for AWS, retries included.</summary>
public sealed class CallStatistics
{
    private static readonly Meter Meter = new("Helm.Cloud");

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "helm.cloud.calls", "{call}", "Requests sent to AWS, retries included.");

    private readonly ConcurrentDictionary<(string Service, string Operation), long> _counts = new();

    /// <summary>All operations asked so far, the most frequent first.</summary>
    public IReadOnlyList<CallCount> Snapshot() =>
        [.. _counts
            .Select(entry => new CallCount(
                entry.Key.Service,
                entry.Key.Operation,
                entry.Value,
                ApiLimits.TimeFor(entry.Key.Service, entry.Key.Operation, entry.Value)))
            .OrderByDescending(count => count.Calls)
            .ThenBy(count => count.Operation, StringComparer.Ordinal)];

    internal void Count(string service, string operation)
    {
        _counts.AddOrUpdate((service, operation), 1, (_, count) => count + 1);
        Calls.Add(1, new("service", service), new("operation", operation));
    }
}

/// <summary>How often one operation was asked, and how long that takes at the rate that AWS documents.</summary>
public sealed record CallCount(string Service, string Operation, long Calls, TimeSpan AtDocumentedLimit);
