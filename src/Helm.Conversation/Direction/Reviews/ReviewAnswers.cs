using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Reviews;

namespace Helm.Conversation.Direction.Reviews;

/// <summary>An incident in a few sentences, for whoever takes over.</summary>
public sealed record SummaryAnswer
{
    public required string IssueId { get; init; }

    public required string Title { get; init; }

    public required string Environment { get; init; }

    public required string Severity { get; init; }

    public required string Status { get; init; }

    public required int DurationMinutes { get; init; }

    public required string Description { get; init; }

    /// <summary>Null while it is not known.</summary>
    public string? Cause { get; init; }

    public string? AcknowledgedBy { get; init; }

    /// <summary>What was done, a sentence each.</summary>
    public required IReadOnlyList<string> Done { get; init; }

    public required string Next { get; init; }

    public string? WorkItemUrl { get; init; }

    internal static SummaryAnswer Of(IncidentReview review) => new()
    {
        IssueId = review.Issue.IssueId,
        Title = review.Issue.Summary.Title,
        Environment = review.Issue.Environment,
        Severity = review.Issue.Severity,
        Status = review.Issue.Status,
        DurationMinutes = review.DurationMinutes,
        Description = review.Issue.Summary.Description,
        Cause = review.Issue.RootCause.Cause,
        AcknowledgedBy = review.Alert?.AcknowledgedBy,
        Done = [.. review.Plans.Where(record => record.Approvals.Count > 0).Select(Told)],
        Next = review.Next,
        WorkItemUrl = review.Issue.Escalation.WorkItemUrl,
    };

    private static string Told(PlanRecord record) =>
        $"{record.Plan.Id}: {string.Join(" and ", record.Plan.Actions.Select(action => action.Effect))}. {record.Outcome ?? "It is not over."}";
}

/// <summary>Everything that whoever takes over has to know.</summary>
public sealed record HandoverAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    /// <summary>All that is open, the most urgent first.</summary>
    public required int Open { get; init; }

    /// <summary>The most urgent of them.</summary>
    public required IReadOnlyList<SummaryAnswer> Issues { get; init; }

    /// <summary>What was resolved in the last twelve hours.</summary>
    public required IReadOnlyList<string> Resolved { get; init; }

    internal static string Line(Issue issue) => $"{issue.IssueId}: {issue.Summary.Title}";
}

/// <summary>The draft of a post-mortem.</summary>
/// <param name="Markdown">The whole document.</param>
public sealed record PostMortemAnswer(string IssueId, string Title, string Markdown)
{
    /// <summary>The document for a renderer that keeps no line breaks within a text.</summary>
    public IReadOnlyList<string> Lines => Markdown.TrimEnd('\n').Split('\n');
}
