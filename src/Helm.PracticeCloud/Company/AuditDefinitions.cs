namespace Helm.PracticeCloud.Company;

/// <summary>What a service of AWS costs the account.</summary>
internal sealed record SpendingDefinition
{
    /// <summary>Of this entry; several may cost under the same service.</summary>
    public required string Name { get; init; }

    /// <summary>As Cost Explorer names it: <c>Amazon Relational Database Service</c>.</summary>
    public required string Service { get; init; }

    /// <summary>On a usual weekday.</summary>
    public required double DailyUsd { get; init; }

    /// <summary>What Saturdays and Sundays cost, against a weekday.</summary>
    public double Weekend { get; init; } = 1;

    public double Noise { get; init; } = 0.04;

    /// <summary>Days that cost more or less than usual.</summary>
    public IReadOnlyList<SpendingJump> Jumps { get; init; } = [];
}

/// <summary>Some days on which spending was another.</summary>
internal sealed record SpendingJump(int DaysAgo, double Factor, int Days = 1);

/// <summary>A control of Security Hub and what it found of each resource.</summary>
internal sealed record ControlDefinition
{
    /// <summary>Of this entry; several may belong to the same control.</summary>
    public required string Name { get; init; }

    /// <summary>As Security Hub names it: <c>S3.8</c>.</summary>
    public required string Control { get; init; }

    public required string Title { get; init; }

    public ControlSeverity Severity { get; init; } = ControlSeverity.Medium;

    /// <summary>ARNs.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>Failed, and somebody said that it may be so.</summary>
    public IReadOnlyList<string> Suppressed { get; init; } = [];

    /// <summary>Security Hub could not tell.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>How grave Security Hub finds a failure.</summary>
internal enum ControlSeverity
{
    Informational,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>A rule of AWS Config and how it evaluated each resource.</summary>
internal sealed record ConfigRuleDefinition
{
    public required string Name { get; init; }

    /// <summary>As <c>AWS::S3::Bucket/uploads</c>.</summary>
    public IReadOnlyList<string> Compliant { get; init; } = [];

    public IReadOnlyList<RuleViolation> NonCompliant { get; init; } = [];
}

/// <summary>A resource that breaks a rule.</summary>
internal sealed record RuleViolation(string Resource, string? Annotation = null);

/// <summary>Tags that some resources bear, by their names.</summary>
internal sealed record TagDefinition
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
