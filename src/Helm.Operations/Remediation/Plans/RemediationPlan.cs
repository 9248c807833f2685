namespace Helm.Operations.Remediation.Plans;

/// <summary>What Helm proposes to change, for whom, and until when; its hash binds every approval to exactly this.</summary>
public sealed record RemediationPlan
{
    /// <summary><c>rem-001</c>, as people say it.</summary>
    public required string Id { get; init; }

    /// <summary>The same for programs: the approval_id of an action document.</summary>
    public required Guid ApprovalId { get; init; }

    public required string Environment { get; init; }

    /// <summary>The issue that it is to mend; null for a change that somebody asked for by itself.</summary>
    public string? IssueId { get; init; }

    public required IReadOnlyList<PlannedAction> Actions { get; init; }

    public required ApprovalLevel Level { get; init; }

    public required PlanRequester RequestedBy { get; init; }

    /// <summary>Why, in the words of who asked, or of Helm.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Nothing is approved from this moment on.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>SHA-256 over the canonical form, in hexadecimal; made of the plan, never taken from outside.</summary>
    public string Hash => PlanHash.Of(this);
}

/// <summary>Who asked for a plan, and where the answer is told.</summary>
/// <param name="PersonId"><c>helm:automation</c> when nobody asked.</param>
/// <param name="Conversation">Where it was asked, with its door: <c>slack:C1</c>; null when outside any.</param>
public sealed record PlanRequester(string PersonId, string? Conversation)
{
    /// <summary>Helm itself.</summary>
    public static PlanRequester Automation { get; } = new("helm:automation", null);
}
