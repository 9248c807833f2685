namespace Helm.Operations.Issues;

/// <summary>What an indicator is called in the record.</summary>
/// <param name="Indicator">As observed; a name ending in <c>*</c> stands for all that begin so.</param>
/// <param name="Label">In the middle of a sentence: "error rate".</param>
/// <param name="Symptom">With <c>{value}</c>: "High error rate ({value})".</param>
internal sealed record IndicatorWording(string Indicator, string Label, string Symptom)
{
    /// <summary>After the resource's name, where the label with "high" or "low" would be odd; null elsewhere.</summary>
    public string? Title { get; init; }

    /// <summary>First match wins; what is not listed is worded from its name.</summary>
    private static readonly IndicatorWording[] Table =
    [
        new("error_rate", "error rate", "High error rate ({value})"),
        new("error_rate_5xx", "5xx error rate", "High 5xx error rate ({value})"),
        new("availability", "availability", "Low availability ({value})"),
        new("p95_latency", "P95 latency", "Increased latency (P95: {value})"),
        new("p99_latency", "P99 latency", "Increased latency (P99: {value})"),
        new("p95_response_time", "P95 response time", "Increased response time (P95: {value})"),
        new("connection_time", "connection time", "Slow connections ({value})"),
        new("connection_utilization", "connection utilization", "Connections nearly used up ({value})"),
        new("database_connections", "database connections", "Many database connections ({value})"),
        new("free_storage", "free storage", "Little free storage ({value})"),
        new("read_latency", "read latency", "Slow reads ({value})"),
        new("write_latency", "write latency", "Slow writes ({value})"),
        new("evictions", "evictions", "Evicted cache entries ({value})"),
        new("cpu_utilization", "CPU utilization", "High CPU utilization ({value})"),
        new("memory_utilization", "memory utilization", "High memory utilization ({value})"),
        new("disk_utilization", "disk utilization", "Disk nearly full ({value})"),
        new("status_check_failed", "status check", "Fails its status check") { Title = "fails its status check" },
        new("cache_hit_rate", "cache hit rate", "Low cache hit rate ({value})"),
        new("throttles", "throttles", "Throttled requests ({value})"),
        new("running_tasks", "running tasks", "Too few running tasks ({value})"),
        new("alert/*", "alert", "Alert {name} fires"),
        new("alarm/*", "alarm", "CloudWatch alarm {name} fires"),
    ];

    public static IndicatorWording For(string indicator) =>
        Table.FirstOrDefault(wording => wording.Matches(indicator))
        ?? new(indicator, indicator.Replace('_', ' '), $"Abnormal {indicator.Replace('_', ' ')} ({{value}})");

    private bool Matches(string indicator) =>
        Indicator == indicator
        || (Indicator.EndsWith('*') && indicator.StartsWith(Indicator[..^1], StringComparison.Ordinal));
}
