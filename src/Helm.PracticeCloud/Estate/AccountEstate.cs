using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Everything that exists in one account and region, as it is now. Changed only while its gate is held.</summary>
internal sealed class AccountEstate(string accountId, string environment, string region, int seed, PracticeClock clock)
{
    public Lock Gate { get; } = new();

    public string AccountId { get; } = accountId;

    public string Environment { get; } = environment;

    public string Region { get; } = region;

    public int Seed { get; } = seed;

    public PracticeClock Clock { get; } = clock;

    public MetricStore Metrics { get; } = new(seed);

    public SortedDictionary<string, LambdaFunction> Functions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ParameterGroup> ParameterGroups { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, DatabaseInstance> Databases { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, EcsCluster> Clusters { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, TaskDefinition> TaskDefinitions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, CacheCluster> Caches { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Bucket> Buckets { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Distribution> Distributions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Machine> Machines { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, GatewayApi> Apis { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, LogGroup> LogGroups { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Alarm> Alarms { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SpendingDefinition> Spending { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ControlDefinition> Controls { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ConfigRuleDefinition> ConfigRules { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, TagDefinition> Tags { get; } = new(StringComparer.Ordinal);

    public List<ServiceEvent> Events { get; } = [];

    /// <summary>What scenarios say of the state of resources.</summary>
    public StateOverlay Overlay { get; } = new(clock);

    public string Arn(string service, string rest) => $"arn:aws:{service}:{Region}:{AccountId}:{rest}";
}
