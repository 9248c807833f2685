using System.Text.Json.Serialization;

namespace Helm.Operations.Issues;

/// <summary>When and by whom an issue was found.</summary>
public sealed record IssueDetection(DateTimeOffset DetectedAt, string DetectedBy, string CheckType);

/// <summary>What an issue is about.</summary>
public sealed record IssueResource(string Type, string Name, string? Arn, string? DeploymentId);

/// <summary>An issue in words.</summary>
public sealed record IssueSummary(string Title, string Description, IReadOnlyList<string> Symptoms);

/// <summary>Whom and what an issue hits.</summary>
public sealed record IssueImpact
{
    /// <summary>"all", a number, or null when it was not measured.</summary>
    public UsersAffected? UsersAffected { get; init; }

    public long? RequestsAffected { get; init; }

    public long? RequestsTotal { get; init; }

    public bool SloBreach { get; init; }

    public string? SloMetric { get; init; }

    public decimal? SloTarget { get; init; }

    public decimal? SloCurrent { get; init; }

    public string? BusinessImpact { get; init; }
}

/// <summary>Why it happened, as far as it is known.</summary>
public sealed record IssueRootCause
{
    public bool Identified { get; init; }

    public string? Cause { get; init; }

    public IReadOnlyList<string> Evidence { get; init; } = [];

    public IReadOnlyList<string> ContributingFactors { get; init; } = [];
}

/// <summary>What would mend it now and for good.</summary>
public sealed record IssueRemediation
{
    public IReadOnlyList<RemediationAction> ImmediateActions { get; init; } = [];

    public PermanentFix? PermanentFix { get; init; }
}

/// <summary>One step of an immediate mend.</summary>
public sealed record RemediationAction(string Action, decimal? From, decimal? To, string? EstimatedTime, string? Risk);

/// <summary>What developers would change.</summary>
public sealed record PermanentFix(string Requires, string Description, string? EstimatedEffort, bool FaberWorkflow);

/// <summary>One thing that happened to an issue.</summary>
public sealed record TimelineEntry(DateTimeOffset Timestamp, string Event);

/// <summary>Whether developers have it.</summary>
public sealed record IssueEscalation
{
    public bool EscalatedToFaber { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    public string? EscalationReason { get; init; }

    public string? WorkItemUrl { get; init; }
}

/// <summary>Book-keeping of an issue.</summary>
public sealed record IssueMetadata
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When the change took effect that was measured to mend it: windows with samples from before say nothing any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? MendedAt { get; init; }

    public int AlertCount { get; init; }

    public DateTimeOffset? LastAlertedAt { get; init; }
}
