using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Remedies;

/// <summary>One kind of mend of one kind of resource. Only the runner calls <see cref="SendAsync"/>.</summary>
public interface IRemedy
{
    /// <summary>Its own name: <c>restart_lambda</c>.</summary>
    string Action { get; }

    /// <summary>What people and policies call it, and what it belongs to: <c>restart</c>.</summary>
    IReadOnlyList<string> Names { get; }

    bool Mends(string resourceType);

    /// <summary>What action documents call a step of it: restart, scale, stop, rollback, deploy.</summary>
    string VerbOf(PlannedAction step);

    /// <summary>The dry run: reads how things are, and says exactly what would be changed, or why nothing can be.</summary>
    Task<RemedyProposal> ProposeAsync(RemedyRequest request, CancellationToken cancellation);

    /// <summary>Sends the one change, once. Never throws for an answer of the cloud.</summary>
    Task<SendOutcome> SendAsync(PlannedAction action, StepMark mark, CancellationToken cancellation);

    /// <summary>Looks whether the change was made and took effect; changes nothing.</summary>
    Task<ActionState> DescribeAsync(PlannedAction action, StepMark mark, CancellationToken cancellation);

    /// <summary>The step that takes it back; null when nothing does.</summary>
    PlannedAction? Reverse(PlannedAction done);
}

/// <summary>What is wished for.</summary>
/// <param name="To">A number of tasks, connections or executions; null for what the remedy thinks right.</param>
/// <param name="Verb">The name that was asked for: scale, stop, increase_capacity.</param>
public sealed record RemedyRequest(ActionTarget Target, decimal? To, string Verb)
{
    /// <summary>To end a fault: with every step that it takes until the change is in force.</summary>
    public bool Cures { get; init; }
}

/// <summary>What a remedy says to a request.</summary>
public abstract record RemedyProposal
{
    private RemedyProposal()
    {
    }

    /// <summary>It can be done, by these steps.</summary>
    public sealed record Possible(IReadOnlyList<PlannedAction> Actions) : RemedyProposal;

    /// <summary>It cannot, with the reason and what helps.</summary>
    public sealed record Impossible(string Reason) : RemedyProposal;
}

/// <summary>What identifies one step at the cloud, where it takes a mark.</summary>
/// <param name="Text">Unique for plan and step: <c>helm rem-001 step 1</c>.</param>
/// <param name="At">When it was attempted.</param>
public sealed record StepMark(string Text, DateTimeOffset At);

/// <summary>What sending came to.</summary>
public sealed record SendOutcome(SendResult Result, string? Note = null);

/// <summary>The results of sending a change.</summary>
public enum SendResult
{
    Accepted,

    /// <summary>It was not made, for certain.</summary>
    Refused,

    /// <summary>It may have been made.</summary>
    Ambiguous,
}

/// <summary>What describing tells of a change.</summary>
public sealed record ActionState(ActionProgress Progress, string? Note = null)
{
    public static ActionState Done { get; } = new(ActionProgress.Done);

    public static ActionState NotDone { get; } = new(ActionProgress.NotDone);

    public static ActionState Applying { get; } = new(ActionProgress.Applying);
}

/// <summary>How far a change is.</summary>
public enum ActionProgress
{
    /// <summary>Everything is as it was.</summary>
    NotDone,

    /// <summary>It was made and is taking effect.</summary>
    Applying,
    Done,

    /// <summary>It was made and did not succeed.</summary>
    Failed,
    CannotTell,
}
