using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>A Lambda function with its published versions and aliases.</summary>
internal sealed record LambdaDefinition
{
    public required string Name { get; init; }

    public string Runtime { get; init; } = "nodejs22.x";

    public string Handler { get; init; } = "index.handler";

    public int MemoryMb { get; init; } = 512;

    public int TimeoutSeconds { get; init; } = 30;

    public string Description { get; init; } = "";

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(9);

    public int? ReservedConcurrency { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<VersionDefinition> Versions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}

/// <summary>A published version of a function.</summary>
internal sealed record VersionDefinition(string Version, TimeSpan Age, string Description = "");
