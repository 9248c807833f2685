namespace Helm.Operations.Alerts;

/// <summary>One incident that people are told of: the issues of one deployment that are open together.</summary>
public sealed record Alert
{
    /// <summary>The issue and the change that it began with: <c>infra-001.17</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What belongs together: environment and deployment, or the resource where there is none.</summary>
    public required string Group { get; init; }

    /// <summary>The most urgent of its issues, by which it is called.</summary>
    public required string IssueId { get; init; }

    public required string Severity { get; init; }

    public required AlertState State { get; init; }

    /// <summary>Every issue of the incident, in the order of joining.</summary>
    public required IReadOnlyList<string> Issues { get; init; }

    public IReadOnlyList<string> OpenIssues { get; init; } = [];

    /// <summary>Who was told, by the names of the configuration.</summary>
    public IReadOnlyList<string> Destinations { get; init; } = [];

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Null while nobody was told.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    public int Notified { get; init; }

    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }
}

/// <summary>How an alert stands.</summary>
public enum AlertState
{
    Firing,

    /// <summary>Somebody is at it: quiet until it is over, then armed again.</summary>
    Acknowledged,
    Resolved,
}

/// <summary>What became of one change on its way to people.</summary>
/// <param name="Stage">Which stage dropped it, or <c>deliver</c>.</param>
/// <param name="Reason">In words.</param>
public sealed record AlertDecision(string IssueId, long ChangeNumber, DateTimeOffset At, string Stage, string Reason, bool Told);
