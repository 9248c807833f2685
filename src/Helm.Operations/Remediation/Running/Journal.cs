using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Running;

/// <summary>The journal of plans, read a step at a time.</summary>
public sealed class Journal(IPlanStore plans)
{
    private static readonly JournalPhase[] Ends = [JournalPhase.Done, JournalPhase.NotDone, JournalPhase.Failed, JournalPhase.Unknown];

    /// <summary>False when the line stands there already.</summary>
    public Task<bool> NoteAsync(string planId, int step, JournalPhase phase, DateTimeOffset at, string? note, CancellationToken cancellation) =>
        plans.TryNoteAsync(new(planId, step, phase, at, note), cancellation);

    public async Task<StepLines> OfAsync(string planId, int step, CancellationToken cancellation)
    {
        var lines = (await plans.JournalAsync(planId, cancellation)).Where(line => line.Step == step).ToArray();
        return new(
            lines.FirstOrDefault(line => line.Phase == JournalPhase.Attempted),
            lines.Any(line => line.Phase == JournalPhase.Accepted),
            lines.FirstOrDefault(line => Ends.Contains(line.Phase)));
    }

    /// <summary>The steps of the plan that are in effect.</summary>
    public async Task<IReadOnlySet<int>> DoneAsync(string planId, CancellationToken cancellation) =>
        (await plans.JournalAsync(planId, cancellation)).Where(line => line.Phase == JournalPhase.Done).Select(line => line.Step).ToHashSet();
}

/// <summary>What stands in the journal about one step.</summary>
/// <param name="Ended">How it ended; null while it did not.</param>
public sealed record StepLines(JournalEntry? Attempted, bool WasAccepted, JournalEntry? Ended);
