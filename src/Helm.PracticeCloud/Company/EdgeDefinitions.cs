using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>An ElastiCache cluster; with more than one node it is a replication group of the same name.</summary>
internal sealed record CacheDefinition
{
    public required string Name { get; init; }

    public string Engine { get; init; } = "redis";

    public string EngineVersion { get; init; } = "7.1";

    public string NodeType { get; init; } = "cache.r7g.large";

    public int Nodes { get; init; } = 1;

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(300);

    public IReadOnlyList<EventDefinition> Events { get; init; } = [];

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}

/// <summary>An S3 bucket.</summary>
internal sealed record BucketDefinition
{
    public required string Name { get; init; }

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(700);

    public IReadOnlyList<ObjectDefinition> Objects { get; init; } = [];

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}

/// <summary>An object in a bucket.</summary>
internal sealed record ObjectDefinition(string Key, long Size, TimeSpan Age);

/// <summary>A CloudFront distribution.</summary>
internal sealed record DistributionDefinition
{
    /// <summary>What the company calls it; CloudFront knows it as the comment.</summary>
    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Domain { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required string Origin { get; init; }

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(60);

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}
