using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>Resources, as the company and the scenarios list them.</summary>
internal sealed record ResourceSet
{
    public IReadOnlyList<LambdaDefinition> Lambdas { get; init; } = [];

    public IReadOnlyList<ParameterGroupDefinition> ParameterGroups { get; init; } = [];

    public IReadOnlyList<DatabaseDefinition> Databases { get; init; } = [];

    public IReadOnlyList<ClusterDefinition> Clusters { get; init; } = [];

    public IReadOnlyList<CacheDefinition> Caches { get; init; } = [];

    public IReadOnlyList<BucketDefinition> Buckets { get; init; } = [];

    public IReadOnlyList<DistributionDefinition> Distributions { get; init; } = [];

    public IReadOnlyList<HostDefinition> Hosts { get; init; } = [];

    public IReadOnlyList<ApiDefinition> Apis { get; init; } = [];

    public IReadOnlyList<ServiceDefinition> Services { get; init; } = [];

    public IReadOnlyList<LogGroupDefinition> LogGroups { get; init; } = [];

    public IReadOnlyList<AlarmDefinition> Alarms { get; init; } = [];

    public IReadOnlyList<SpendingDefinition> Spending { get; init; } = [];

    public IReadOnlyList<ControlDefinition> Controls { get; init; } = [];

    public IReadOnlyList<ConfigRuleDefinition> ConfigRules { get; init; } = [];

    public IReadOnlyList<TagDefinition> Tags { get; init; } = [];
}

/// <summary>An application service that reports metrics of its own.</summary>
internal sealed record ServiceDefinition
{
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}

/// <summary>A log group and the lines it always receives.</summary>
internal sealed record LogGroupDefinition
{
    public required string Name { get; init; }

    public int? RetentionDays { get; init; } = 30;

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(200);

    public IReadOnlyList<LogLine> Lines { get; init; } = [];
}
