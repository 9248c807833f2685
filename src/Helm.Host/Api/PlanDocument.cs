using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;

namespace Helm.Host.Api;

/// <summary>A plan as programs read it: what was proposed, who allowed it, what was done, and what was measured.</summary>
internal sealed record PlanDocument
{
    public required string PlanId { get; init; }

    public required Guid ApprovalId { get; init; }

    public required string PlanHash { get; init; }

    public required PlanStatus Status { get; init; }

    public required ApprovalLevel Level { get; init; }

    public required string Environment { get; init; }

    public string? IssueId { get; init; }

    public required IReadOnlyList<PlannedAction> Actions { get; init; }

    /// <summary>The words to send with an approval; null where none are needed (any more).</summary>
    public string? Challenge { get; init; }

    public required PlanRequester RequestedBy { get; init; }

    public string? Reason { get; init; }

    public required IReadOnlyList<Approval> Approvals { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EffectiveAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Outcome { get; init; }

    /// <summary>What was sent, in the form of the specification.</summary>
    public required IReadOnlyList<TakenAction> ActionsTaken { get; init; }

    public PlanVerification? Verification { get; init; }

    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    public static PlanDocument Of(PlanRecord record, Challenge? challenge, IReadOnlyList<JournalEntry> journal) => new()
    {
        PlanId = record.Plan.Id,
        ApprovalId = record.Plan.ApprovalId,
        PlanHash = record.Plan.Hash,
        Status = record.Status,
        Level = record.Plan.Level,
        Environment = record.Plan.Environment,
        IssueId = record.Plan.IssueId,
        Actions = record.Plan.Actions,
        Challenge = challenge is null ? null : string.Join(' ', challenge.Words),
        RequestedBy = record.Plan.RequestedBy,
        Reason = record.Plan.Reason,
        Approvals = record.Approvals,
        CreatedAt = record.Plan.CreatedAt,
        ExpiresAt = record.Plan.ExpiresAt,
        EffectiveAt = record.EffectiveAt,
        EndedAt = record.EndedAt,
        Outcome = record.Outcome,
        ActionsTaken = [.. TakenAction.Of(record, journal)],
        Verification = record.Verification,
        Journal = journal,
    };
}

/// <summary>One change that was attempted, and its result: SUCCESS, FAILED, NOT_DONE, UNKNOWN or PENDING.</summary>
internal sealed record TakenAction(string Action, string Target, decimal? From, decimal? To, string Result)
{
    public static IEnumerable<TakenAction> Of(PlanRecord record, IReadOnlyList<JournalEntry> journal) =>
        from step in journal.Where(line => line.Phase == JournalPhase.Attempted)
        let action = step.Step < JournalEntry.FirstUndo ? record.Plan.Actions[step.Step] : record.Undo![step.Step - JournalEntry.FirstUndo]
        let end = journal.LastOrDefault(line => line.Step == step.Step && line.Phase > JournalPhase.Ambiguous)
        select new TakenAction(action.Action, action.Target.Name, action.From, action.To, ResultOf(end?.Phase));

    private static string ResultOf(JournalPhase? phase) => phase switch
    {
        JournalPhase.Done => "SUCCESS",
        JournalPhase.Failed => "FAILED",
        JournalPhase.NotDone => "NOT_DONE",
        JournalPhase.Unknown => "UNKNOWN",
        _ => "PENDING",
    };
}
