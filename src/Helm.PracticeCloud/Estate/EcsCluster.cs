namespace Helm.PracticeCloud.Estate;

/// <summary>An ECS cluster.</summary>
internal sealed class EcsCluster
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public SortedDictionary<string, EcsService> Services { get; } = new(StringComparer.Ordinal);
}

/// <summary>An ECS service.</summary>
internal sealed class EcsService
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string Cluster { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required int Desired { get; set; }

    /// <summary>Tasks that run until the desired number is reached.</summary>
    public required int Before { get; set; }

    /// <summary>When the desired number is reached.</summary>
    public DateTimeOffset ScaledAt { get; set; }

    /// <summary>The newest first; older ones go when it is complete.</summary>
    public List<EcsDeployment> Deployments { get; } = [];

    public List<(DateTimeOffset Time, string Message)> Events { get; } = [];
}

/// <summary>A deployment of an ECS service, complete at a moment to come or past.</summary>
internal sealed record EcsDeployment(string Id, string TaskDefinition, DateTimeOffset Created, DateTimeOffset CompleteAt);

/// <summary>A revision of a task definition.</summary>
internal sealed record TaskDefinition(string Arn, string Family, int Revision, string Image, string Cpu, string Memory, DateTimeOffset Registered);
