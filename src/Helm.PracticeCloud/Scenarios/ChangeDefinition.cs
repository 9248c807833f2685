namespace Helm.PracticeCloud.Scenarios;

/// <summary>Something that somebody or something did around the onset, visible in the service's own lists.</summary>
internal sealed record ChangeDefinition
{
    public required ChangeKind Kind { get; init; }

    /// <summary>The function, service, database, cache or parameter group.</summary>
    public required string Resource { get; init; }

    /// <summary>How long before the scenario's onset.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>The version's description or the event's text.</summary>
    public string Message { get; init; } = "";

    /// <summary>For lambda_version: the alias that then points to the new version.</summary>
    public string? Alias { get; init; }

    /// <summary>For parameter.</summary>
    public string? Parameter { get; init; }

    public string? Value { get; init; }

    /// <summary>For events.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}

/// <summary>The kinds of change that a scenario can make.</summary>
internal enum ChangeKind
{
    LambdaVersion,
    EcsDeployment,
    RdsEvent,
    ElasticacheEvent,
    Parameter,
}
