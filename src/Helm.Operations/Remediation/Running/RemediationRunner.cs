using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Proposals;
using Helm.Operations.Remediation.Remedies;
using Helm.Operations.Timers;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Running;

/// <summary>Carries approved plans on: each wake brings one as far as it goes, and sets when to look again.</summary>
/// <remarks>All that it knows stands in the plan and its journal, so it does not matter which host goes on, nor when.</remarks>
internal sealed class RemediationRunner(
    IPlanStore plans, StepRunner steps, Journal journal, Verification verification, PlanEnding ending, RemedyCatalogue catalogue,
    ITimers timers, IOptions<RemediationOptions> options, TimeProvider time) : ITimerHandler
{
    public string Kind => Decisions.RunTimer;

    public async Task HandleAsync(DueTimer timer, CancellationToken cancellation)
    {
        var record = await plans.FindAsync(timer.Payload, cancellation);
        while (record is { IsOver: false, Status: not PlanStatus.Pending })
        {
            var next = await ForwardAsync(record, cancellation);
            if (next.Status == record.Status)
            {
                await timers.SetAsync(timer with { DueAt = time.GetUtcNow() + options.Value.LookInterval.Value }, cancellation);
                return;
            }

            record = next;
        }
    }

    /// <summary>One state further, or the same record when there is something to wait for.</summary>
    private Task<PlanRecord> ForwardAsync(PlanRecord record, CancellationToken cancellation) => record.Status switch
    {
        PlanStatus.Approved => ending.BeginAsync(record, cancellation),
        PlanStatus.Running => ApplyAsync(record, cancellation),
        PlanStatus.Verifying => VerifyAsync(record, cancellation),
        PlanStatus.Undoing => UndoAsync(record, cancellation),
        _ => Task.FromResult(record),
    };

    private async Task<PlanRecord> ApplyAsync(PlanRecord record, CancellationToken cancellation)
    {
        for (var step = 0; step < record.Plan.Actions.Count; step++)
        {
            var action = record.Plan.Actions[step];
            switch (await steps.AdvanceAsync(record, action, step, cancellation))
            {
                case null:
                    return record;
                case { Phase: JournalPhase.Unknown } unknown:
                    return await ending.UnknownAsync(record, action, unknown.Note, cancellation);
                case { Phase: not JournalPhase.Done } failed:
                    return await FailAsync(record, $"It could not {Bare(action.Effect)}: {failed.Note ?? "it failed"}", cancellation);
                default:
                    continue;
            }
        }

        return await ending.AppliedAsync(record, cancellation);
    }

    private async Task<PlanRecord> VerifyAsync(PlanRecord record, CancellationToken cancellation) =>
        await verification.MeasureAsync(record, cancellation) switch
        {
            null => record,
            { Holds: true } measured => await ending.SucceededAsync(record, measured, cancellation),
            { } measured => await FailAsync(record with { Verification = measured.Values }, measured.Reason, cancellation),
        };

    private async Task<PlanRecord> UndoAsync(PlanRecord record, CancellationToken cancellation)
    {
        for (var step = 0; step < record.Undo!.Count; step++)
        {
            var action = record.Undo[step];
            switch (await steps.AdvanceAsync(record, action, JournalEntry.FirstUndo + step, cancellation))
            {
                case null:
                    return record;
                case { Phase: JournalPhase.Unknown } unknown:
                    return await ending.UnknownAsync(record, action, unknown.Note, cancellation);
                case { Phase: not JournalPhase.Done } failed:
                    return await ending.FailedAsync(record, $"{record.Outcome} It could not be taken back: {failed.Note ?? "it failed"}", cancellation);
                default:
                    continue;
            }
        }

        return await ending.FailedAsync(record, $"{record.Outcome} What was changed is taken back.", cancellation);
    }

    private async Task<PlanRecord> FailAsync(PlanRecord record, string reason, CancellationToken cancellation)
    {
        var done = await journal.DoneAsync(record.Plan.Id, cancellation);
        var undo = options.Value.UndoOnFailure
            ? Reversal.Of(record.Plan.Actions.Where((_, step) => done.Contains(step)), catalogue)
            : [];
        return undo.Count > 0 ? await ending.UndoingAsync(record, undo, reason, cancellation) : await ending.FailedAsync(record, reason, cancellation);
    }

    private static string Bare(string effect) => effect.TrimEnd('.');
}
