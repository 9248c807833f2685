using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>A database instance.</summary>
internal sealed record DatabaseDefinition
{
    public required string Name { get; init; }

    /// <summary>mysql or postgres.</summary>
    public required string Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string ParameterGroup { get; init; }

    public string Class { get; init; } = "db.r6g.large";

    public int StorageGb { get; init; } = 200;

    public bool MultiAz { get; init; }

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(400);

    public IReadOnlyList<EventDefinition> Events { get; init; } = [];

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}

/// <summary>A parameter group and the values that its owner set.</summary>
internal sealed record ParameterGroupDefinition
{
    public required string Name { get; init; }

    /// <summary>mysql8.0, postgres16…</summary>
    public required string Family { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}

/// <summary>Something that the service wrote into its event list.</summary>
internal sealed record EventDefinition(TimeSpan Ago, string Message, IReadOnlyList<string>? Categories = null);
