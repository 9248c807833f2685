using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Records;
using Helm.Operations.Remediation.Remedies;
using Helm.Operations.Transactions;

namespace Helm.Operations.Remediation.Running;

/// <summary>Writes a step's lines, each beginning and end together with its entry of the action log.</summary>
public sealed class StepBook(Journal journal, IActionLog log, ITransactions transactions, TimeProvider time)
{
    public Task<StepLines> ReadAsync(Step step, CancellationToken cancellation) => journal.OfAsync(step.PlanId, step.Number, cancellation);

    public Task IntendAsync(Step step, CancellationToken cancellation) =>
        journal.NoteAsync(step.PlanId, step.Number, JournalPhase.Intended, time.GetUtcNow(), step.Action.Effect, cancellation);

    /// <summary>When it was attempted; null when somebody else did, and then it must not be sent.</summary>
    public async Task<DateTimeOffset?> AttemptAsync(Step step, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var mine = await transactions.RunAsync(
            async token =>
            {
                var first = await journal.NoteAsync(step.PlanId, step.Number, JournalPhase.Attempted, at, null, token);
                if (first)
                {
                    await LogAsync(step, "attempted", $"Attempted: {step.Action.Effect}.", token);
                }

                return first;
            },
            cancellation);
        return mine ? at : null;
    }

    public Task SentAsync(Step step, bool accepted, string? note, CancellationToken cancellation) => journal.NoteAsync(
        step.PlanId, step.Number, accepted ? JournalPhase.Accepted : JournalPhase.Ambiguous, time.GetUtcNow(), note, cancellation);

    public Task<JournalEntry> EndAsync(Step step, JournalPhase phase, string? note, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            var entry = new JournalEntry(step.PlanId, step.Number, phase, time.GetUtcNow(), note);
            if (await journal.NoteAsync(entry.PlanId, step.Number, phase, entry.At, note, token))
            {
                await LogAsync(step, "outcome", $"{Worded(phase)}: {step.Action.Effect}.{(note is null ? "" : " " + note)}", token);
            }

            return entry;
        },
        cancellation);

    private static string Worded(JournalPhase phase) => phase switch
    {
        JournalPhase.Done => "Done",
        JournalPhase.NotDone => "Not done",
        JournalPhase.Failed => "Failed",
        _ => "Unknown",
    };

    private Task LogAsync(Step step, string kind, string text, CancellationToken cancellation) => log.AppendAsync(
        new(kind, step.PlanId, step.Action.Action, step.Action.Target.Name, step.Action.Target.Environment, step.Approver, text), cancellation);
}

/// <summary>One step of a plan that runs.</summary>
/// <param name="Number">As in the journal.</param>
public sealed record Step(PlanRecord Record, PlannedAction Action, int Number)
{
    public string PlanId => Record.Plan.Id;

    public string? Approver => Record.Approvals is [.., var last] ? last.PersonId : null;

    public StepMark MarkAt(DateTimeOffset at) => new(FormattableString.Invariant($"helm {PlanId} step {Number} {Record.Plan.ApprovalId:N}"), at);
}
