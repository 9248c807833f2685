namespace Helm.Operations.Monitoring;

/// <summary>What one check found in one deployment.</summary>
public sealed record HealthReport
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string DeploymentId { get; init; }

    public required string Domain { get; init; }

    public required string Environment { get; init; }

    public required IReadOnlyList<ResourceHealth> Resources { get; init; }

    /// <summary>Null where the domain has no alarms or they were not read.</summary>
    public AlarmCounts? Alarms { get; init; }

    public Health Health => Resources.Count == 0 ? Health.Unknown : Resources.Max(resource => resource.Health);
}

/// <summary>One resource within a report.</summary>
public sealed record ResourceHealth
{
    public required DeployedResource Resource { get; init; }

    public required Health Health { get; init; }

    /// <summary>Everything measured, by name in snake case; null for what could not be measured.</summary>
    public IReadOnlyDictionary<string, decimal?> Metrics { get; init; } = new Dictionary<string, decimal?>();

    public IReadOnlyList<Observation> Observations { get; init; } = [];
}

/// <summary>How many alarms are in which state.</summary>
public sealed record AlarmCounts(int Ok, int Alarm, int InsufficientData);
