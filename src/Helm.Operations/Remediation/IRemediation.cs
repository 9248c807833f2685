using Helm.Operations.People;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Proposals;

namespace Helm.Operations.Remediation;

/// <summary>All that doors and conversations may do about mends: propose, allow, refuse, stop and look.</summary>
public interface IRemediation
{
    /// <summary>False while the power is off.</summary>
    bool IsOn { get; }

    /// <summary>Whether anything may ever do this.</summary>
    bool IsNever(string action);

    bool IsProduction(string environment);

    /// <summary>What nobody has to allow begins at once; the record says so.</summary>
    Task<ProposalResult> ProposeAsync(ProposalRequest request, CancellationToken cancellation);

    /// <summary>Proposes to take back the latest mend of an issue, or of a conversation.</summary>
    Task<ProposalResult> ProposeUndoAsync(ProposalRequest request, CancellationToken cancellation);

    /// <summary>The words of a plan that waits for them; null for any other.</summary>
    Task<Challenge?> ChallengeOfAsync(PlanRecord record, CancellationToken cancellation);

    Task<ApprovalVerdict> ApproveAsync(ApprovalAttempt attempt, CancellationToken cancellation);

    Task<ApprovalVerdict> RejectAsync(string planId, string? planHash, Person person, string? reason, CancellationToken cancellation);

    /// <summary>By <c>rem-001</c> or approval id.</summary>
    Task<PlanRecord?> FindAsync(string planId, CancellationToken cancellation);

    Task<IReadOnlyList<PlanRecord>> ListAsync(PlanFilter filter, CancellationToken cancellation);

    Task<IReadOnlyList<JournalEntry>> JournalAsync(string planId, CancellationToken cancellation);

    Task<IReadOnlyList<AutomationStop>> StopsAsync(CancellationToken cancellation);

    /// <summary>Stops at once; false when the person may not.</summary>
    Task<bool> StopAsync(StopKind kind, Person person, DateTimeOffset? from, DateTimeOffset? until, string? reason, CancellationToken cancellation);

    /// <summary>Lets changes be made again; false when the person may not.</summary>
    Task<bool> LiftAsync(StopKind kind, Person person, CancellationToken cancellation);
}
