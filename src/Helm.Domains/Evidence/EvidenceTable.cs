namespace Helm.Domains.Evidence;

/// <summary>What is asked about each kind of resource when a cause is looked for: metrics, and where its log is.</summary>
internal static class EvidenceTable
{
    /// <summary>By the first name of the kind.</summary>
    public static readonly Dictionary<string, EvidenceRow> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lambda"] = new(
            "/aws/lambda/{name}",
            new("Invocations", "Sum", ""), new("Errors", "Sum", ""), new("Throttles", "Sum", ""), new("Duration", "p95", "ms"), new("ConcurrentExecutions", "Maximum", "")),
        ["rds"] = new(
            "/aws/rds/instance/{name}/error",
            new("DatabaseConnections", "Maximum", ""), new("CPUUtilization", "Average", "%"), new("FreeStorageSpace", "Average", "bytes"), new("FreeableMemory", "Average", "bytes"),
            new("ReadLatency", "Average", "s"), new("WriteLatency", "Average", "s"), new("ReadIOPS", "Average", ""), new("DiskQueueDepth", "Average", "")),
        ["ecs"] = new("/ecs/{name}", new("CPUUtilization", "Average", "%"), new("MemoryUtilization", "Average", "%")),
        ["ec2"] = new(
            null,
            new("CPUUtilization", "Average", "%"), new("StatusCheckFailed", "Maximum", ""), new("mem_used_percent", "Average", "%") { Namespace = "CWAgent" },
            new("disk_used_percent", "Maximum", "%") { Namespace = "CWAgent" }),
        ["elasticache"] = new(
            null,
            new("EngineCPUUtilization", "Average", "%"), new("DatabaseMemoryUsagePercentage", "Average", "%"), new("Evictions", "Sum", ""), new("CurrConnections", "Average", ""), new("CacheHitRate", "Average", "%")),
        ["s3"] = new(null, new("AllRequests", "Sum", ""), new("4xxErrors", "Sum", ""), new("5xxErrors", "Sum", ""), new("FirstByteLatency", "p95", "ms")),
        ["cloudfront"] = new(
            null,
            new("Requests", "Sum", ""), new("CacheHitRate", "Average", "%"), new("4xxErrorRate", "Average", "%"), new("5xxErrorRate", "Average", "%"), new("OriginLatency", "p95", "ms")),
        ["apigateway"] = new(
            null,
            new("Count", "Sum", ""), new("4XXError", "Sum", ""), new("5XXError", "Sum", ""), new("Latency", "p95", "ms"), new("IntegrationLatency", "p95", "ms")),
        ["apigatewayv2"] = new(
            null,
            new("Count", "Sum", ""), new("4xx", "Sum", ""), new("5xx", "Sum", ""), new("Latency", "p95", "ms"), new("IntegrationLatency", "p95", "ms")),
        ["service"] = new("/app/{name}", new("RequestCount", "Sum", ""), new("ErrorCount", "Sum", ""), new("ResponseTime", "p95", "ms")),
    };
}

/// <summary>One kind's evidence; without a log where there is none.</summary>
internal sealed record EvidenceRow(string? LogGroup, params EvidenceMetric[] Metrics);

/// <summary>One metric to ask for.</summary>
internal sealed record EvidenceMetric(string Metric, string Statistic, string Unit)
{
    /// <summary>Where it is not that of its kind.</summary>
    public string? Namespace { get; init; }
}
