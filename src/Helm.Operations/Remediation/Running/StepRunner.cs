using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Remedies;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Running;

/// <summary>Brings one step as far as it goes now. The change is sent by whoever could commit the line "attempted", and by nobody else, ever.</summary>
public sealed class StepRunner(
    RemedyCatalogue catalogue, StepBook book, ISwitchboard switches, IOptions<RemediationOptions> options, TimeProvider time)
{
    /// <summary>The last line of the journal when the step is over; null while it takes effect.</summary>
    public async Task<JournalEntry?> AdvanceAsync(PlanRecord record, PlannedAction action, int number, CancellationToken cancellation)
    {
        var step = new Step(record, action, number);
        var lines = await book.ReadAsync(step, cancellation);
        if (lines.Ended is { } ended)
        {
            return ended;
        }

        if (catalogue.Find(action.Action, action.Target.Type) is not { } remedy)
        {
            return await book.EndAsync(
                step, JournalPhase.NotDone, $"Nothing here can {action.Action.Replace('_', ' ')} a {action.Target.Type}.", cancellation);
        }

        if (lines.Attempted is null)
        {
            if (await AttemptAsync(step, remedy, cancellation) is { } over)
            {
                return over;
            }

            lines = await book.ReadAsync(step, cancellation);
        }

        return lines.Attempted is { } attempted ? await LookAsync(step, remedy, attempted.At, lines.WasAccepted, cancellation) : null;
    }

    private async Task<JournalEntry?> AttemptAsync(Step step, IRemedy remedy, CancellationToken cancellation)
    {
        if ((await switches.CurrentAsync(cancellation)).For(step.Record.Plan.RequestedBy == PlanRequester.Automation) is { } stop)
        {
            var why = stop.Kind == StopKind.Freeze ? "Changes are frozen" : "All automation was stopped";
            return await book.EndAsync(step, JournalPhase.NotDone, $"{why}; the change was not made.", cancellation);
        }

        await book.IntendAsync(step, cancellation);
        if (await book.AttemptAsync(step, cancellation) is not { } at)
        {
            return null;
        }

        // From here on a wish to stop must not leave the answer unread: the host's end waits for it.
        var sent = await remedy.SendAsync(step.Action, step.MarkAt(at), CancellationToken.None);
        if (sent.Result == SendResult.Refused)
        {
            return await book.EndAsync(step, JournalPhase.NotDone, sent.Note ?? "It was refused.", CancellationToken.None);
        }

        await book.SentAsync(step, sent.Result == SendResult.Accepted, sent.Note, CancellationToken.None);
        return null;
    }

    /// <summary>Describes, and decides by what is seen and by how long ago it was attempted.</summary>
    private async Task<JournalEntry?> LookAsync(
        Step step, IRemedy remedy, DateTimeOffset attemptedAt, bool accepted, CancellationToken cancellation)
    {
        var state = await remedy.DescribeAsync(step.Action, step.MarkAt(attemptedAt), cancellation);
        var (age, limits) = (time.GetUtcNow() - attemptedAt, options.Value);
        var lost = !accepted && age > limits.Settle.Value;
        (JournalPhase Phase, string? Note)? end = state.Progress switch
        {
            ActionProgress.Done => (JournalPhase.Done, state.Note),
            ActionProgress.Failed => (JournalPhase.Failed, state.Note),
            ActionProgress.NotDone when lost => (JournalPhase.NotDone, state.Note ?? "The request left no trace: the change was not made."),
            ActionProgress.CannotTell when lost => (JournalPhase.Unknown, state.Note ?? "Nothing shows whether the change was made."),
            _ when age > limits.ApplyWithin.Value => (JournalPhase.Unknown, $"After {limits.ApplyWithin} it was still not in effect. {state.Note}".TrimEnd()),
            _ => null,
        };
        return end is { } found ? await book.EndAsync(step, found.Phase, found.Note, cancellation) : null;
    }
}
