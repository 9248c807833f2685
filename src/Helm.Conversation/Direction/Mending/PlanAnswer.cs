using Helm.Conversation.Dialogs;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;

namespace Helm.Conversation.Direction.Mending;

/// <summary>A plan as it is told and asked about.</summary>
public sealed record PlanAnswer
{
    public required string PlanId { get; init; }

    public required string PlanHash { get; init; }

    public required string Status { get; init; }

    public required ApprovalLevel Level { get; init; }

    public required string Environment { get; init; }

    public required bool Production { get; init; }

    public string? IssueId { get; init; }

    public required IReadOnlyList<PlannedAction> Actions { get; init; }

    /// <summary>The clauses of what is changed, in words of Helm's own.</summary>
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>The highest of the steps'.</summary>
    public required string Risk { get; init; }

    public required IReadOnlyList<string> Downtimes { get; init; }

    public required IReadOnlyList<string> BlastRadius { get; init; }

    public required IReadOnlyList<string> Undo { get; init; }

    public IReadOnlyList<string>? Challenge { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Tries that are left to give the words.</summary>
    public int? TriesLeft { get; init; }

    /// <summary>In production when two people are needed.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>The role that may allow it, for somebody who may not.</summary>
    public string? Reason { get; init; }

    private static readonly string[] Risks = ["low", "medium", "high"];

    internal static PlanAnswer Of(PlanRecord record, Challenge? challenge, bool production)
    {
        var plan = record.Plan;
        return new()
        {
            PlanId = plan.Id,
            PlanHash = plan.Hash,
            Status = record.Status.ToString().ToLowerInvariant(),
            Level = plan.Level,
            Environment = plan.Environment,
            Production = production,
            IssueId = plan.IssueId,
            Actions = plan.Actions,
            Effects = [.. plan.Actions.Select(action => action.Effect)],
            Risk = Risks[plan.Actions.Max(action => Math.Max(0, Array.IndexOf(Risks, action.Risk)))],
            Downtimes = DowntimesOf(plan),
            BlastRadius = [.. plan.Actions.SelectMany(action => action.BlastRadius).Distinct()],
            Undo = [.. plan.Actions.Select(action => action.Undo).OfType<string>()],
            Challenge = challenge?.Words,
            Outcome = record.Outcome,
        };
    }

    /// <summary>Steps without a downtime of their own are named only where all are.</summary>
    private static string[] DowntimesOf(RemediationPlan plan)
    {
        var all = plan.Actions.Select(action => action.Downtime).Distinct().ToArray();
        var some = all.Where(downtime => downtime != "0 seconds").ToArray();
        return some.Length > 0 ? some : all;
    }

    /// <summary>The question that binds the next yes to this plan.</summary>
    internal static Question Ask(PlanRecord record, Challenge? challenge) => new("confirm_remediation", [])
    {
        Plan = new(record.Plan.Id, record.Plan.Hash, record.Plan.Level, record.Plan.Actions, challenge?.Words, record.Plan.ExpiresAt),
    };
}
