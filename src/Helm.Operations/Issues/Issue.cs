using System.Text.Json.Serialization;

namespace Helm.Operations.Issues;

/// <summary>A problem that is being looked after, in the shape of the issue document.</summary>
/// <remarks>Serialised in snake case it is the document, field for field; null is "not measured", never invented.</remarks>
public sealed record Issue
{
    public required string IssueId { get; init; }

    public required string Domain { get; init; }

    public required string Environment { get; init; }

    public required string Severity { get; init; }

    /// <summary>At the moment of reading; it grows with the issue's age.</summary>
    public int Priority { get; init; }

    public required string Status { get; init; }

    public required IssueDetection Detection { get; init; }

    public required IssueResource Resource { get; init; }

    [JsonPropertyName("issue")]
    public required IssueSummary Summary { get; init; }

    public required IssueImpact Impact { get; init; }

    public IssueRootCause RootCause { get; init; } = new();

    public IssueRemediation Remediation { get; init; } = new();

    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    public IssueEscalation Escalation { get; init; } = new();

    public IReadOnlyList<string> RelatedIssues { get; init; } = [];

    public required IssueMetadata Metadata { get; init; }
}
