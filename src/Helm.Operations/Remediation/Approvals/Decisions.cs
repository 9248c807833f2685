using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Records;
using Helm.Operations.Timers;

namespace Helm.Operations.Remediation.Approvals;

/// <summary>Writes decisions down: the plan, what follows from it as a timer, and the entry of the action log, all in the caller's transaction.</summary>
public sealed class Decisions(IPlanStore plans, ITimers timers, IActionLog log, TimeProvider time)
{
    /// <summary>The kind of the timer that carries an approved plan on.</summary>
    public const string RunTimer = "remediation-run";

    /// <summary>The kind of the timer that ends what nobody approved.</summary>
    public const string ExpiryTimer = "remediation-expiry";

    internal DateTimeOffset Now => time.GetUtcNow();

    public static string RunKey(string planId) => "run/" + planId;

    public static string ExpiryKey(string planId) => "expiry/" + planId;

    /// <summary>A new proposal: kept, logged, and ended when its time is over.</summary>
    internal async Task ProposeAsync(PlanRecord record, CancellationToken cancellation)
    {
        await plans.SaveAsync(record, cancellation);
        await timers.SetAsync(new(ExpiryKey(record.Plan.Id), record.Plan.ExpiresAt, ExpiryTimer, record.Plan.Id), cancellation);
        await NoteAsync(record, "proposed", record.Plan.RequestedBy.PersonId, $"Proposed: {string.Join("; ", record.Plan.Actions.Select(action => action.Effect))}.", cancellation);
    }

    internal async Task<ApprovalVerdict> FirstAsync(PlanRecord record, Approval approval, CancellationToken cancellation)
    {
        var first = record with { Approvals = [.. record.Approvals, approval] };
        await plans.SaveAsync(first, cancellation);
        await NoteAsync(first, "approved", approval.PersonId, $"Approved by the first of two people ({approval.Means}).", cancellation);
        return new(ApprovalResult.SecondPersonNeeded, first);
    }

    internal async Task<ApprovalVerdict> ApproveAsync(PlanRecord record, Approval approval, CancellationToken cancellation)
    {
        var approved = record with { Status = PlanStatus.Approved, Approvals = [.. record.Approvals, approval] };
        await plans.SaveAsync(approved, cancellation);
        await timers.CancelAsync(ExpiryKey(record.Plan.Id), cancellation);
        await timers.SetAsync(new(RunKey(record.Plan.Id), Now, RunTimer, record.Plan.Id), cancellation);
        await NoteAsync(approved, "approved", approval.PersonId, $"Approved ({approval.Means}{(approval.Device is { } device ? ", " + device : "")}).", cancellation);
        return new(ApprovalResult.Approved, approved);
    }

    internal async Task<ApprovalVerdict> MissAsync(PlanRecord record, string personId, int misses, CancellationToken cancellation)
    {
        await NoteAsync(record, "refused", personId, $"Wrong words, {misses} of {Challenges.SpokenChallenge.MostMisses}.", cancellation);
        return new(ApprovalResult.Missed, record, misses);
    }

    /// <summary>Ends a plan that nothing was done of.</summary>
    public async Task<ApprovalVerdict> EndAsync(
        PlanRecord record, PlanStatus status, string? personId, string outcome, CancellationToken cancellation)
    {
        var ended = record with { Status = status, Outcome = outcome, EndedAt = Now };
        await plans.SaveAsync(ended, cancellation);
        await timers.CancelAsync(ExpiryKey(record.Plan.Id), cancellation);
        await NoteAsync(ended, status.ToString().ToLowerInvariant(), personId, outcome, cancellation);
        return new(status == PlanStatus.Rejected ? ApprovalResult.Rejected : ApprovalResult.Expired, ended);
    }

    internal Task NoteAsync(PlanRecord record, string kind, string? personId, string text, CancellationToken cancellation) =>
        log.AppendAsync(
            new(kind, record.Plan.Id, string.Join(", ", record.Plan.Actions.Select(action => action.Action)),
                string.Join(", ", record.Plan.Actions.Select(action => action.Target.Name).Distinct()), record.Plan.Environment, personId, text),
            cancellation);
}
