namespace Helm.Conversation.Direction.Inventory;

/// <summary>Which measured names people mean by a metric: "latency" is any percentile of it.</summary>
internal static class MetricNames
{
    private static readonly Dictionary<string, string[]> Meant = new()
    {
        ["cpu"] = ["cpu_utilization"],
        ["memory"] = ["memory_utilization", "freeable_memory", "max_memory_used"],
        ["connections"] = ["database_connections", "curr_connections"],
        ["latency"] = ["p95_latency", "p99_latency", "duration", "p95_duration", "p95_response_time"],
        ["p95_latency"] = ["p95_duration", "p95_response_time"],
        ["throughput"] = ["invocations", "requests", "request_count"],
        ["disk"] = ["free_storage", "free_storage_space", "disk_utilization"],
        ["cache_hit_rate"] = ["hit_rate"],
    };

    /// <summary>What can be asked for by name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "cpu", "memory", "latency", "p95_latency", "p99_latency", "error_rate", "throughput", "availability",
        "cache_hit_rate", "connections", "disk", "queue_depth", "engagement",
    ];

    public static bool AreSame(string measured, string asked)
    {
        var plain = WithoutUnit(measured);

        return plain == asked || (Meant.TryGetValue(asked, out var names) && names.Contains(plain));
    }

    private static string WithoutUnit(string name) =>
        name.EndsWith("_percent", StringComparison.Ordinal) ? name[..^8]
        : name.EndsWith("_ms", StringComparison.Ordinal) ? name[..^3]
        : name;
}
