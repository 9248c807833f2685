namespace Helm.Operations.Remediation.Plans;

/// <summary>A plan and what became of it.</summary>
public sealed record PlanRecord(RemediationPlan Plan)
{
    public PlanStatus Status { get; init; } = PlanStatus.Pending;

    /// <summary>Who allowed it, in the order of time.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>What came of it, in a sentence; null while it is not over.</summary>
    public string? Outcome { get; init; }

    /// <summary>When the last change took effect; samples count from here.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public PlanVerification? Verification { get; init; }

    /// <summary>What a failed plan takes back, the last change first; null while nothing failed.</summary>
    public IReadOnlyList<PlannedAction>? Undo { get; init; }

    /// <summary>The plan that this one takes back.</summary>
    public string? Undoes { get; init; }

    public bool IsOver => Status is not (PlanStatus.Pending or PlanStatus.Approved or PlanStatus.Running or PlanStatus.Verifying or PlanStatus.Undoing);
}

/// <summary>One person's leave.</summary>
/// <param name="Means">yes, challenge, button, api or policy.</param>
/// <param name="Device">The microphone, when it was spoken.</param>
public sealed record Approval(string PersonId, string Means, DateTimeOffset At, string? Device = null);

/// <summary>The same indicator before the change and after it took effect.</summary>
public sealed record PlanVerification
{
    public required string Indicator { get; init; }

    public decimal? Before { get; init; }

    public decimal? After { get; init; }

    public decimal? Target { get; init; }

    public string Unit { get; init; } = "";

    public bool SloMet { get; init; }

    public DateTimeOffset WindowStart { get; init; }

    public DateTimeOffset WindowEnd { get; init; }

    public long? RequestsAffected { get; init; }

    public long? RequestsTotal { get; init; }
}
