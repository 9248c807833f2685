namespace Helm.Operations.Remediation.Plans;

/// <summary>One line of the journal of a change; written before the step it tells of, and never altered.</summary>
/// <param name="Step">The place in the plan from 0; in the undoing from 1000.</param>
public sealed record JournalEntry(string PlanId, int Step, JournalPhase Phase, DateTimeOffset At, string? Note = null)
{
    /// <summary>Where the steps of an undoing begin.</summary>
    public const int FirstUndo = 1000;
}

/// <summary>How far a change is. Each phase stands at most once for a step, held by the database.</summary>
public enum JournalPhase
{
    Intended,

    /// <summary>Committed before the request leaves: whoever could not commit it must not send.</summary>
    Attempted,

    /// <summary>The cloud took it.</summary>
    Accepted,

    /// <summary>The answer got lost; describing decides.</summary>
    Ambiguous,

    /// <summary>It is in effect.</summary>
    Done,

    /// <summary>It was refused, or describing shows that it did not happen.</summary>
    NotDone,

    /// <summary>It was taken and failed.</summary>
    Failed,

    /// <summary>Describing cannot tell.</summary>
    Unknown,
}
