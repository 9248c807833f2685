namespace Helm.PracticeCloud.Metrics;

/// <summary>The metrics that each kind of resource publishes, healthy by default.</summary>
internal static class Profiles
{
    public static IReadOnlyList<SeriesProfile> Lambda { get; } =
    [
        new("Invocations", "Count", SeriesKind.Count, 80) { Season = 0.15 },
        new("Errors", "Count", SeriesKind.Part, 0) { Of = "Invocations" },
        new("Throttles", "Count", SeriesKind.Part, 0) { Of = "Invocations" },
        new("Duration", "Milliseconds", SeriesKind.Samples, 85) { P95 = 160, Of = "Invocations" },
        new("ConcurrentExecutions", "Count", SeriesKind.Gauge, 3) { Noise = 0.3 },
    ];

    public static IReadOnlyList<SeriesProfile> Database { get; } =
    [
        new("CPUUtilization", "Percent", SeriesKind.Gauge, 34) { Season = 0.15, Noise = 0.08 },
        new("DatabaseConnections", "Count", SeriesKind.Gauge, 38) { Season = 0.1, Noise = 0.08 },
        new("FreeableMemory", "Bytes", SeriesKind.Gauge, 6.2e9),
        new("FreeStorageSpace", "Bytes", SeriesKind.Gauge, 7.4e10) { Noise = 0.002 },
        new("ReadLatency", "Seconds", SeriesKind.Gauge, 0.0011) { Noise = 0.1 },
        new("WriteLatency", "Seconds", SeriesKind.Gauge, 0.0024) { Noise = 0.1 },
        new("ReadIOPS", "Count/Second", SeriesKind.Gauge, 210) { Season = 0.2 },
        new("WriteIOPS", "Count/Second", SeriesKind.Gauge, 120) { Season = 0.2 },
        new("DiskQueueDepth", "Count", SeriesKind.Gauge, 0.4) { Noise = 0.2 },
    ];

    public static IReadOnlyList<SeriesProfile> EcsService { get; } =
    [
        new("CPUUtilization", "Percent", SeriesKind.Gauge, 41) { Season = 0.15, Noise = 0.06 },
        new("MemoryUtilization", "Percent", SeriesKind.Gauge, 56) { Noise = 0.02 },
    ];

    public static IReadOnlyList<SeriesProfile> Cache { get; } =
    [
        new("CPUUtilization", "Percent", SeriesKind.Gauge, 18) { Season = 0.15, Noise = 0.08 },
        new("EngineCPUUtilization", "Percent", SeriesKind.Gauge, 22) { Season = 0.15, Noise = 0.08 },
        new("DatabaseMemoryUsagePercentage", "Percent", SeriesKind.Gauge, 57) { Noise = 0.01 },
        new("CurrConnections", "Count", SeriesKind.Gauge, 64) { Noise = 0.05 },
        new("Evictions", "Count", SeriesKind.Gauge, 0) { Noise = 0 },
        new("CacheHits", "Count", SeriesKind.Count, 5200) { Season = 0.2 },
        new("CacheMisses", "Count", SeriesKind.Count, 310) { Season = 0.2 },
        new("CacheHitRate", "Percent", SeriesKind.Gauge, 94) { Noise = 0.005 },
    ];

    public static IReadOnlyList<SeriesProfile> Bucket { get; } =
    [
        new("AllRequests", "Count", SeriesKind.Count, 140) { Season = 0.2 },
        new("4xxErrors", "Count", SeriesKind.Part, 0) { Of = "AllRequests" },
        new("5xxErrors", "Count", SeriesKind.Part, 0) { Of = "AllRequests" },
        new("FirstByteLatency", "Milliseconds", SeriesKind.Samples, 22) { P95 = 48, Of = "AllRequests" },
    ];

    public static IReadOnlyList<SeriesProfile> BucketStorage { get; } =
    [
        new("BucketSizeBytes", "Bytes", SeriesKind.Gauge, 4.1e11) { Noise = 0.001, Interval = 86_400 },
        new("NumberOfObjects", "Count", SeriesKind.Gauge, 182_000) { Noise = 0.001, Interval = 86_400 },
    ];

    public static IReadOnlyList<SeriesProfile> Distribution { get; } =
    [
        new("Requests", "None", SeriesKind.Count, 4200) { Season = 0.25 },
        new("BytesDownloaded", "None", SeriesKind.Gauge, 3.1e8) { Season = 0.25 },
        new("CacheHitRate", "Percent", SeriesKind.Gauge, 92) { Noise = 0.005 },
        new("OriginLatency", "Milliseconds", SeriesKind.Samples, 70) { P95 = 135, Of = "Requests" },
        new("4xxErrorRate", "Percent", SeriesKind.Gauge, 0.3) { Noise = 0.1 },
        new("5xxErrorRate", "Percent", SeriesKind.Gauge, 0.01) { Noise = 0.1 },
        new("TotalErrorRate", "Percent", SeriesKind.Gauge, 0.31) { Noise = 0.1 },
    ];

    public static IReadOnlyList<SeriesProfile> Host { get; } =
    [
        new("CPUUtilization", "Percent", SeriesKind.Gauge, 23) { Season = 0.15, Noise = 0.08 },
        new("StatusCheckFailed", "Count", SeriesKind.Gauge, 0) { Noise = 0 },
    ];

    public static IReadOnlyList<SeriesProfile> HostAgent { get; } =
    [
        new("mem_used_percent", "Percent", SeriesKind.Gauge, 47) { Noise = 0.02 },
        new("disk_used_percent", "Percent", SeriesKind.Gauge, 58) { Noise = 0.002 },
    ];

    public static IReadOnlyList<SeriesProfile> RestApi { get; } = Api("4XXError", "5XXError");

    public static IReadOnlyList<SeriesProfile> HttpApi { get; } = Api("4xx", "5xx");

    // An application service reports what its users see, in the company's own namespace.
    public static IReadOnlyList<SeriesProfile> ApplicationService { get; } =
    [
        new("RequestCount", "Count", SeriesKind.Count, 30_000) { Season = 0.02, Noise = 0.01 },
        new("ErrorCount", "Count", SeriesKind.Part, 0.02) { Of = "RequestCount" },
        new("ResponseTime", "Milliseconds", SeriesKind.Samples, 62) { P95 = 120, Of = "RequestCount", Noise = 0.01 },
    ];

    private static IReadOnlyList<SeriesProfile> Api(string clientErrors, string serverErrors) =>
    [
        new("Count", "Count", SeriesKind.Count, 900) { Season = 0.2 },
        new(clientErrors, "Count", SeriesKind.Part, 0.4) { Of = "Count" },
        new(serverErrors, "Count", SeriesKind.Part, 0.01) { Of = "Count" },
        new("Latency", "Milliseconds", SeriesKind.Samples, 95) { P95 = 190, Of = "Count" },
        new("IntegrationLatency", "Milliseconds", SeriesKind.Samples, 88) { P95 = 178, Of = "Count" },
    ];
}
