using Helm.Conversation.Direction.Overviews;
using Helm.Operations.Issues;

namespace Helm.Conversation.Direction.Issues;

/// <summary>All that is known of one issue.</summary>
public sealed record IssueAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required IssueLine Issue { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Symptoms { get; init; }

    public required IssueRootCause RootCause { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IssueEscalation Escalation { get; init; }

    public required bool Details { get; init; }

    /// <summary>Null for a resolved issue, and while the investigation runs.</summary>
    public Findings? Investigation { get; init; }

    /// <summary>While the investigation runs: whose logs and changes it reads, empty while it looks at all metrics first. Null when it does not run.</summary>
    public IReadOnlyList<string>? Reading { get; init; }

    internal static IssueAnswer Of(Issue issue, bool details, DateTimeOffset now) => new()
    {
        Timestamp = now,
        Environment = issue.Environment,
        Issue = IssueLine.Of(issue, now),
        Description = issue.Summary.Description,
        Symptoms = issue.Summary.Symptoms,
        RootCause = issue.RootCause,
        Timeline = [.. issue.Timeline.OrderBy(entry => entry.Timestamp)],
        Escalation = issue.Escalation,
        Details = details,
    };
}
