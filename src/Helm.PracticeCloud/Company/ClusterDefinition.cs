using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>An ECS cluster with its services.</summary>
internal sealed record ClusterDefinition
{
    public required string Name { get; init; }

    public IReadOnlyList<EcsServiceDefinition> Services { get; init; } = [];
}

/// <summary>An ECS service and the revisions of its task definition.</summary>
internal sealed record EcsServiceDefinition
{
    public required string Name { get; init; }

    public int Desired { get; init; } = 2;

    public string Family { get; init; } = "";

    /// <summary>The revision in use; the ones before it exist too.</summary>
    public int Revision { get; init; } = 1;

    public string Image { get; init; } = "images.example.com/service";

    public string Cpu { get; init; } = "512";

    public string Memory { get; init; } = "1024";

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(3);

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}
