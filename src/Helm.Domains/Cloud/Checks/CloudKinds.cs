using Helm.Operations.Monitoring;
using static Helm.Domains.Cloud.Checks.IndicatorRule;

namespace Helm.Domains.Cloud.Checks;

/// <summary>What is watched of each type of infrastructure, as a table.</summary>
internal static class CloudKinds
{
    /// <summary>Where the CloudWatch agent reports unless it is told otherwise.</summary>
    private const string Agent = "CWAgent";

    public static IReadOnlyList<ResourceKind> All { get; } = [Lambda, Rds, Ecs, Host, ElastiCache, S3, CloudFront, ApiKinds.Rest, ApiKinds.Http];

    private static ResourceKind Lambda => new()
    {
        Names = ["lambda", "lambda_function", "aws_lambda_function"],
        Namespace = "AWS/Lambda",
        Dimensions = identity => [new("FunctionName", identity.Name)],
        Status = new OneByOne(LambdaStatus.ReadAsync),
        Traffic = "invocations",
        Metrics =
        [
            new("invocations", "Invocations", "Sum", Absence.IsZero),
            new("errors", "Errors", "Sum", Absence.IsZero),
            new("throttles", "Throttles", "Sum", Absence.IsZero),
            new("p95_latency", "Duration", "p95", Absence.IsUnknown) { WeightedBy = "invocations" },
            new("concurrent_executions", "ConcurrentExecutions", "Maximum", Absence.IsUnknown),
        ],
        Indicators =
        [
            new("error_rate", "%", Formula.Percent("errors", "invocations"))
            {
                Target = FromSlo("lambda", "error_rate_percent"), Slo = true, Budget = true,
                Affected = "errors", Total = "invocations",
            },
            new("p95_latency", "ms", Formula.Of("p95_latency")) { Target = FromSlo("lambda", "p95_latency_ms"), Slo = true },
            new("throttles", "", Formula.Of("throttles")) { Target = FromThreshold("lambda", "throttles") },
            new("availability", "%", Formula.Rest("errors", "invocations")),
        ],
    };

    private static ResourceKind Rds => new()
    {
        Names = ["rds", "rds_instance", "db_instance", "aws_db_instance"],
        Namespace = "AWS/RDS",
        Dimensions = identity => [new("DBInstanceIdentifier", identity.Name)],
        Status = new RdsStatus(),
        Metrics =
        [
            new("database_connections", "DatabaseConnections", "Average", Absence.IsUnknown),
            new("cpu_utilization", "CPUUtilization", "Average", Absence.IsUnknown),
            new("free_storage_bytes", "FreeStorageSpace", "Average", Absence.IsFine), // Aurora's storage grows by itself
            new("read_latency", "ReadLatency", "Average", Absence.IsUnknown) { Scale = 1000 },
            new("write_latency", "WriteLatency", "Average", Absence.IsUnknown) { Scale = 1000 },
        ],
        Indicators =
        [
            new("connection_utilization", "%", Formula.Percent("database_connections", "max_connections"))
            {
                Target = FromThreshold("rds", "connections_percent"),
            },
            new("cpu_utilization", "%", Formula.Of("cpu_utilization")) { Target = FromThreshold("rds", "cpu_percent") },
            new("free_storage", "%", Formula.Percent("free_storage_bytes", "allocated_bytes"))
            {
                Target = FromThreshold("rds", "free_storage_percent"), Kind = TargetKind.AtLeast,
            },
            new("read_latency", "ms", Formula.Of("read_latency")) { Target = FromThreshold("rds", "read_latency_ms") },
            new("write_latency", "ms", Formula.Of("write_latency")) { Target = FromThreshold("rds", "write_latency_ms") },
        ],
    };

    private static ResourceKind Ecs => new()
    {
        Names = ["ecs", "ecs_service", "ecs-service", "aws_ecs_service"],
        Namespace = "AWS/ECS",
        Dimensions = identity => [new("ClusterName", EcsStatus.ClusterOf(identity)), new("ServiceName", identity.Name)],
        Status = new EcsStatus(),
        Metrics =
        [
            new("cpu_utilization", "CPUUtilization", "Average", Absence.IsUnknown),
            new("memory_utilization", "MemoryUtilization", "Average", Absence.IsUnknown),
        ],
        Indicators =
        [
            new("running_tasks", "", Formula.Of("running_tasks"))
            {
                Target = (_, readings) => readings.Value("desired_tasks"), Kind = TargetKind.AtLeast, UnhealthyAt = 0,
            },
            new("cpu_utilization", "%", Formula.Of("cpu_utilization")) { Target = FromThreshold("ecs", "cpu_percent") },
            new("memory_utilization", "%", Formula.Of("memory_utilization"))
            {
                Target = FromThreshold("ecs", "memory_percent"),
            },
        ],
    };

    // What AWS sees of a machine from outside, and, where the CloudWatch agent runs on it and sums up by InstanceId, of its inside.
    private static ResourceKind Host => new()
    {
        Names = ["ec2", "host", "ec2_instance", "aws_instance"],
        Namespace = "AWS/EC2",
        Dimensions = identity => [new("InstanceId", identity.Name)],
        Metrics =
        [
            new("cpu_utilization", "CPUUtilization", "Average", Absence.IsUnknown),
            new("status_check_failed", "StatusCheckFailed", "Maximum", Absence.IsUnknown),
            new("memory_utilization", "mem_used_percent", "Average", Absence.IsFine) { Namespace = Agent },
            new("disk_utilization", "disk_used_percent", "Maximum", Absence.IsFine) { Namespace = Agent },
        ],
        Indicators =
        [
            new("status_check_failed", "", Formula.Of("status_check_failed")) { Target = FromThreshold("ec2", "status_check_failed"), UnhealthyAt = 1 },
            new("cpu_utilization", "%", Formula.Of("cpu_utilization")) { Target = FromThreshold("ec2", "cpu_percent") },
            new("memory_utilization", "%", Formula.Of("memory_utilization")) { Target = FromThreshold("ec2", "memory_percent") },
            new("disk_utilization", "%", Formula.Of("disk_utilization")) { Target = FromThreshold("ec2", "disk_percent") },
        ],
    };

    // The metrics of a group are those of its nodes; the first node is where the writes go unless there was a failover.
    private static ResourceKind ElastiCache => new()
    {
        Names = ["elasticache", "elasticache_cluster", "redis", "aws_elasticache_cluster"],
        Namespace = "AWS/ElastiCache",
        Dimensions = identity =>
            [new("CacheClusterId", identity.Sort == EdgeStatus.ReplicationGroup ? $"{identity.Name}-001" : identity.Name)],
        Status = new OneByOne(EdgeStatus.CacheAsync),
        Metrics =
        [
            new("cache_hits", "CacheHits", "Sum", Absence.IsZero),
            new("cache_misses", "CacheMisses", "Sum", Absence.IsZero),
            new("cpu_utilization", "CPUUtilization", "Average", Absence.IsUnknown),
            new("evictions", "Evictions", "Sum", Absence.IsZero),
        ],
        Indicators =
        [
            new("cache_hit_rate", "%", Formula.Share("cache_hits", "cache_misses"))
            {
                Target = FromThreshold("elasticache", "hit_rate_percent"), Kind = TargetKind.AtLeast,
            },
            new("cpu_utilization", "%", Formula.Of("cpu_utilization")) { Target = FromThreshold("elasticache", "cpu_percent") },
            new("evictions", "", Formula.Of("evictions")) { Target = FromThreshold("elasticache", "evictions") },
        ],
    };

    // Request metrics of a bucket are bought for a filter, by convention one called EntireBucket.
    private static ResourceKind S3 => new()
    {
        Names = ["s3", "s3_bucket", "aws_s3_bucket"],
        Namespace = "AWS/S3",
        Dimensions = identity => [new("BucketName", identity.Name), new("FilterId", "EntireBucket")],
        Status = new OneByOne(EdgeStatus.BucketAsync),
        Metrics =
        [
            new("requests", "AllRequests", "Sum", Absence.IsFine),
            new("errors_4xx", "4xxErrors", "Sum", Absence.IsFine),
            new("errors_5xx", "5xxErrors", "Sum", Absence.IsFine),
        ],
        Indicators =
        [
            new("error_rate_5xx", "%", Formula.Percent("errors_5xx", "requests"))
            {
                Target = FromThreshold("s3", "error_rate_5xx_percent"), Affected = "errors_5xx", Total = "requests",
            },
        ],
    };

    private static ResourceKind CloudFront => new()
    {
        Names = ["cloudfront", "cloudfront_distribution", "aws_cloudfront_distribution"],
        Namespace = "AWS/CloudFront",
        Dimensions = identity => [new("DistributionId", identity.Name), new("Region", "Global")],
        Status = new OneByOne(EdgeStatus.DistributionAsync),
        Traffic = "requests",
        Global = true,
        Metrics =
        [
            new("requests", "Requests", "Sum", Absence.IsZero),
            new("cache_hit_rate", "CacheHitRate", "Average", Absence.IsFine) { WeightedBy = "requests" },
            new("error_rate_5xx", "5xxErrorRate", "Average", Absence.IsUnknown) { WeightedBy = "requests" },
        ],
        Indicators =
        [
            new("cache_hit_rate", "%", Formula.Of("cache_hit_rate"))
            {
                Target = FromThreshold("cloudfront", "hit_rate_percent"), Kind = TargetKind.AtLeast,
            },
            new("error_rate_5xx", "%", Formula.Of("error_rate_5xx"))
            {
                Target = FromThreshold("cloudfront", "error_rate_5xx_percent"),
            },
        ],
    };
}
