namespace Helm.Operations.Investigation.Reports;

/// <summary>What an investigation found: the specification's incident report, and how sure it is.</summary>
public sealed record IncidentReport
{
    public string? IssueId { get; init; }

    /// <summary>When the evidence was asked for.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Null unless one was established.</summary>
    public string? RootCause { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }

    public required IReadOnlyList<ReportedEvent> Timeline { get; init; }

    public required SuggestedRemediation SuggestedRemediation { get; init; }

    /// <summary>fault, no_fault or cannot_tell.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The kind of cause; <c>none</c> without a fault, <c>unknown</c> where it cannot be told.</summary>
    public required string Category { get; init; }

    /// <summary>Whose fault it is, null without a fault.</summary>
    public string? Component { get; init; }

    /// <summary>0 to 1: how well the evidence fits and how far the next explanation is behind.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where the fault may be, the likeliest first.</summary>
    public required IReadOnlyList<ReportedComponent> Components { get; init; }

    public required IReadOnlyList<string> ContributingFactors { get; init; }

    /// <summary>Explanations that hold, the likeliest first.</summary>
    public required IReadOnlyList<ReportedHypothesis> Hypotheses { get; init; }

    public required IReadOnlyList<string> RuledOut { get; init; }

    public required IReadOnlyList<string> NotChecked { get; init; }

    public required IReadOnlyList<ProposedRemedy> Proposals { get; init; }

    /// <summary>For developers, as a sentence; null without a fault.</summary>
    public string? PermanentFix { get; init; }

    /// <summary>What was seen, each with the question whose answer shows it.</summary>
    public required IReadOnlyList<ReportedFinding> Findings { get; init; }

    /// <summary>The questions and the hashes of their answers.</summary>
    public required IReadOnlyList<ReportedQuery> Queries { get; init; }
}

/// <summary>One line of the timeline; the time is that of the day in UTC.</summary>
public sealed record ReportedEvent(string Time, string Event, DateTimeOffset Timestamp);

/// <summary>What would mend it now, by action, and for good.</summary>
public sealed record SuggestedRemediation(IReadOnlyList<string> Immediate, IReadOnlyList<string> Permanent);

/// <summary>A component with its share of the suspicion.</summary>
public sealed record ReportedComponent(string Component, double Score);

/// <summary>One explanation.</summary>
public sealed record ReportedHypothesis(string Cause, string Category, string Component, double Confidence, IReadOnlyList<string> Evidence);

/// <summary>One thing that was seen.</summary>
public sealed record ReportedFinding(string Component, string Signal, DateTimeOffset Since, string Text, string Query);

/// <summary>One question that was asked.</summary>
public sealed record ReportedQuery(string Id, string Asked, string Sha256, string? Problem);

/// <summary>A remedy that the evidence calls for; nothing is done by naming it.</summary>
/// <param name="Action">Of the catalogue: <c>restart_lambda</c>.</param>
/// <param name="Target">The name of a resource.</param>
/// <param name="ExpectedEffect">As a clause.</param>
public sealed record ProposedRemedy(
    string Action, string Target, string Environment, IReadOnlyDictionary<string, string> Parameters, string ExpectedEffect);
