using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Transactions;

namespace Helm.Operations.Remediation.Running;

/// <summary>The turns of a plan's life once it runs: each is one transaction of plan, issue, action log and the message to who asked.</summary>
public sealed class PlanEnding(
    IPlanStore plans, Decisions decisions, IssueTurns issues, PlanTeller teller, ITransactions transactions, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    public Task<PlanRecord> BeginAsync(PlanRecord record, CancellationToken cancellation) => TurnAsync(
        record with { Status = PlanStatus.Running }, null, token => issues.BeginAsync(record, token), cancellation);

    public Task<PlanRecord> AppliedAsync(PlanRecord record, CancellationToken cancellation) => TurnAsync(
        record with { Status = PlanStatus.Verifying, EffectiveAt = Now }, null, token => issues.AppliedAsync(record, token), cancellation);

    public Task<PlanRecord> SucceededAsync(PlanRecord record, Measured measured, CancellationToken cancellation)
    {
        var over = Over(record, PlanStatus.Succeeded, measured.Reason) with { Verification = measured.Values };
        return TurnAsync(over, "verified", token => issues.ResolveAsync(over, token), cancellation);
    }

    public Task<PlanRecord> UndoingAsync(PlanRecord record, IReadOnlyList<PlannedAction> undo, string reason, CancellationToken cancellation) => TurnAsync(
        record with { Status = PlanStatus.Undoing, Undo = undo, Outcome = reason }, "undoing", _ => Task.CompletedTask, cancellation);

    public Task<PlanRecord> FailedAsync(PlanRecord record, string reason, CancellationToken cancellation)
    {
        var over = Over(record, PlanStatus.Failed, reason);
        return TurnAsync(over, "failed", token => issues.FailAsync(over, token), cancellation);
    }

    /// <summary>Nothing more is sent and nothing is taken back: somebody has to look first.</summary>
    public Task<PlanRecord> UnknownAsync(PlanRecord record, PlannedAction action, string? note, CancellationToken cancellation)
    {
        var over = Over(record, PlanStatus.Unknown, $"It is unknown whether this was done: {action.Effect}. {note} Look at {action.Target.Name} yourself before anything else is changed.");
        return TurnAsync(over, "unknown", token => issues.FailAsync(over, token), cancellation);
    }

    private PlanRecord Over(PlanRecord record, PlanStatus status, string outcome) =>
        record with { Status = status, Outcome = outcome, EndedAt = Now };

    private Task<PlanRecord> TurnAsync(PlanRecord next, string? logged, Func<CancellationToken, Task> issue, CancellationToken cancellation) =>
        transactions.RunAsync(
            async token =>
            {
                await plans.SaveAsync(next, token);
                await issue(token);
                if (logged is not null)
                {
                    await decisions.NoteAsync(next, logged, next.Approvals is [.., var last] ? last.PersonId : null, next.Outcome ?? "", token);
                }

                if (next.IsOver)
                {
                    await teller.TellAsync(next, token);
                }

                return next;
            },
            cancellation);
}
