using Helm.Operations.People;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Approvals;

/// <summary>The reasons why a yes counts for nothing, as a list: the first that applies is the answer.</summary>
public sealed class Entitlement(ISwitchboard switches, IOptions<RemediationOptions> options, TimeProvider time)
{
    private RemediationOptions Options => options.Value;

    /// <summary>Null when nothing speaks against it but, perhaps, the words of the challenge.</summary>
    public async Task<ApprovalResult?> RefuseAsync(ApprovalAttempt attempt, PlanRecord record, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        (ApprovalResult Result, bool Applies)[] reasons =
        [
            (ApprovalResult.PowerOff, !Options.Enabled),
            (ApprovalResult.AlreadyDecided, record.Status is not (PlanStatus.Pending or PlanStatus.Expired)),
            (ApprovalResult.Changed, attempt.PlanHash is null || !string.Equals(attempt.PlanHash, record.Plan.Hash, StringComparison.OrdinalIgnoreCase)),
            (ApprovalResult.Expired, record.Status == PlanStatus.Expired || now >= record.Plan.ExpiresAt),
            (ApprovalResult.NotHeard, attempt.Heard is { SureEnough: false }),
            (ApprovalResult.NotEntitled, !IsEntitled(attempt.Person, record.Plan)),
            (ApprovalResult.NotSecond, record.Approvals.Count > 0 && !IsSecond(attempt, record)),
            (ApprovalResult.NotAsked, attempt.Means == ApprovalMeans.Said && !WasAsked(attempt, record.Plan)),
            (ApprovalResult.ChallengeNeeded, MustChallenge(attempt, record) && string.IsNullOrWhiteSpace(attempt.Words)),
        ];
        foreach (var (result, applies) in reasons)
        {
            if (applies)
            {
                return result;
            }
        }

        return (await switches.CurrentAsync(cancellation)).For(byItself: false) is null ? null : ApprovalResult.Frozen;
    }

    public bool IsEntitled(Person person, RemediationPlan plan) =>
        person.Has(plan.Level == ApprovalLevel.Challenge ? Options.ApproverRole : Options.ConfirmRole);

    /// <summary>One more person is needed after this one.</summary>
    public bool IsFirstOfTwo(PlanRecord record) =>
        Options.SecondPerson && record.Plan.Level == ApprovalLevel.Challenge && record.Approvals.Count == 0;

    /// <summary>Words that were given are judged, also where a yes would have been enough and the plan has a challenge.</summary>
    internal static bool NeedsWords(ApprovalAttempt attempt, PlanRecord record) => MustChallenge(attempt, record);

    /// <summary>A pressed button is proof enough, and so is a second person who names the plan and its hash.</summary>
    private static bool MustChallenge(ApprovalAttempt attempt, PlanRecord record) =>
        record.Plan.Level == ApprovalLevel.Challenge && attempt.Means != ApprovalMeans.Button && record.Approvals.Count == 0;

    private static bool WasAsked(ApprovalAttempt attempt, RemediationPlan plan) =>
        attempt.Conversation is not null && attempt.Conversation == plan.RequestedBy.Conversation && attempt.Person.Id == plan.RequestedBy.PersonId;

    /// <summary>A voice can be anybody's: it is never the second.</summary>
    private static bool IsSecond(ApprovalAttempt attempt, PlanRecord record) =>
        attempt.Heard is null && attempt.Means != ApprovalMeans.Said && record.Approvals.All(approval => approval.PersonId != attempt.Person.Id);
}
