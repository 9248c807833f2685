using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;

namespace Helm.Host.Api;

/// <summary>Why a yes counted for nothing, and what to do, in a sentence each.</summary>
internal static class PlanRefusals
{
    private static readonly Dictionary<ApprovalResult, string> Sentences = new()
    {
        [ApprovalResult.AlreadyDecided] = "The plan was decided before; an approval counts once.",
        [ApprovalResult.Expired] = "The plan has expired. Ask for a fresh one.",
        [ApprovalResult.Changed] = "plan_hash is not the hash of this plan. Look at it again with GET /api/plans/{id}.",
        [ApprovalResult.PowerOff] = "Remediation is switched off (Helm:Remediation:Enabled).",
        [ApprovalResult.Frozen] = "Changes are frozen. GET /api/automation says until when.",
        [ApprovalResult.NotEntitled] = "This person's role does not suffice: production needs Helm:Remediation:ApproverRole, else ConfirmRole.",
        [ApprovalResult.NotAsked] = "The question was put to somebody else, or elsewhere.",
        [ApprovalResult.NotHeard] = "It was not heard well enough.",
        [ApprovalResult.ChallengeNeeded] = "A change in production needs the challenge: send the three words of GET /api/plans/{id} as challenge.",
        [ApprovalResult.Burned] = "Those were not the words for the third time, so the plan is off. Ask for a fresh one.",
        [ApprovalResult.NotSecond] = "The second person has to be somebody else.",
    };

    public static string Sentence(ApprovalVerdict verdict) => verdict.Result == ApprovalResult.Missed
        ? $"Those are not the words; {SpokenChallenge.MostMisses - verdict.Misses} tries are left."
        : Sentences.GetValueOrDefault(verdict.Result, "Nothing was changed.");
}
