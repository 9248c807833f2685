namespace Helm.Operations.Remediation.Plans;

/// <summary>One step of a plan: exactly one change, with everything that a person has to know before allowing it.</summary>
public sealed record PlannedAction
{
    /// <summary>The remedy's name in policies and documents: <c>restart_lambda</c>, <c>increase_rds_max_connections</c>.</summary>
    public required string Action { get; init; }

    public required ActionTarget Target { get; init; }

    /// <summary>All that the remedy will send, and what it saw when it was asked: sorted, so that their hash is stable.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What changes, as a clause: "raise max_connections of prod-params from 100 to 200".</summary>
    public required string Effect { get; init; }

    /// <summary>What else it touches, as sentences.</summary>
    public IReadOnlyList<string> BlastRadius { get; init; } = [];

    /// <summary>low, medium or high.</summary>
    public required string Risk { get; init; }

    /// <summary>"0 seconds (rolling restart)".</summary>
    public required string Downtime { get; init; }

    /// <summary>"1 minute".</summary>
    public required string EstimatedTime { get; init; }

    /// <summary>How it is undone, as a clause; null when it cannot be.</summary>
    public string? Undo { get; init; }

    public ApprovalLevel Level { get; init; }

    /// <summary>The value before and after, where the change is one of a number.</summary>
    public decimal? From { get; init; }

    public decimal? To { get; init; }
}

/// <summary>What a step changes.</summary>
/// <param name="Name">Of the deployed resource.</param>
public sealed record ActionTarget(string Type, string Name, string Environment, string? Arn = null);
