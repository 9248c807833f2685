namespace Helm.Operations.Monitoring;

/// <summary>Something that was created and registered, and is watched from then on.</summary>
public sealed record Deployment
{
    public required string Id { get; init; }

    public required string Domain { get; init; }

    public required string Environment { get; init; }

    /// <summary>The plugin that created it (<c>faber_plugin</c> in the registry file).</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The plugin that watches it (<c>helm_plugin</c> in the registry file).</summary>
    public string? WatchedBy { get; init; }

    public required DateTimeOffset DeployedAt { get; init; }

    public string? DeployedBy { get; init; }

    public string? WorkItem { get; init; }

    public IReadOnlyList<DeployedResource> Resources { get; init; } = [];

    public DeploymentMonitoring Monitoring { get; init; } = new();
}

/// <summary>One resource of a deployment: <c>lambda</c> <c>api-lambda</c>.</summary>
public sealed record DeployedResource(string Type, string Name, string? Arn = null);

/// <summary>How a deployment wants to be watched.</summary>
public sealed record DeploymentMonitoring
{
    public bool Enabled { get; init; } = true;

    public string? Manager { get; init; }

    /// <summary>Null for the interval of the configuration.</summary>
    public TimeSpan? HealthCheckInterval { get; init; }

    public IReadOnlyList<string> AlertChannels { get; init; } = [];

    /// <summary>Of <see cref="CheckKind"/>; empty for all.</summary>
    public IReadOnlyList<string> EnabledChecks { get; init; } = [];
}

/// <summary>The names of the checks that a deployment can switch on one by one.</summary>
public static class CheckKind
{
    public const string ResourceStatus = "resource_status";
    public const string Metrics = "cloudwatch_metrics";
    public const string Alarms = "cloudwatch_alarms";
    public const string CostAnomalies = "cost_anomalies";
}
