using Helm.Operations.People;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Transactions;

namespace Helm.Operations.Remediation.Approvals;

/// <summary>Decides who may let a plan run. The runner takes nothing but what stands approved here.</summary>
public sealed class Warden(IPlanStore plans, Entitlement entitlement, ISpokenChallenge challenges, Decisions decisions, ITransactions transactions)
{
    /// <summary>Judges an approval and writes it down; the checks come in the order of <see cref="Entitlement"/>, the challenge last, because it counts.</summary>
    public async Task<ApprovalVerdict> ApproveAsync(ApprovalAttempt attempt, CancellationToken cancellation)
    {
        // What is refused for itself needs no turn at writing.
        if (await RefusedAsync(attempt, cancellation) is { } refused)
        {
            return refused;
        }

        return await transactions.RunAsync(
            async token => await RefusedAsync(attempt, token) is { } late ? late : await DecideAsync(attempt, token), cancellation);
    }

    /// <summary>Lets a plan run that the policy lets run by itself.</summary>
    public Task<ApprovalVerdict> ApproveByPolicyAsync(PlanRecord record, CancellationToken cancellation) =>
        transactions.RunAsync(
            async token => await plans.FindAsync(record.Plan.Id, token) is { Status: PlanStatus.Pending, Plan.Level: ApprovalLevel.Automatic } current
                ? await decisions.ApproveAsync(current, new("helm:policy", "policy", decisions.Now), token)
                : new ApprovalVerdict(ApprovalResult.AlreadyDecided, record),
            cancellation);

    /// <summary>Whoever may approve may also refuse, and so may whoever asked.</summary>
    public Task<ApprovalVerdict> RejectAsync(string planId, string? planHash, Person person, string? reason, CancellationToken cancellation) =>
        transactions.RunAsync(
            async token => await plans.FindAsync(planId, token) switch
            {
                null => new ApprovalVerdict(ApprovalResult.UnknownPlan),
                { Status: not PlanStatus.Pending } over => new(ApprovalResult.AlreadyDecided, over),
                { } other when planHash is not null && other.Plan.Hash != planHash => new(ApprovalResult.Changed, other),
                { } record when record.Plan.RequestedBy.PersonId != person.Id && !entitlement.IsEntitled(person, record.Plan) =>
                    new(ApprovalResult.NotEntitled, record),
                { } record => await decisions.EndAsync(record, PlanStatus.Rejected, person.Id, reason ?? "Rejected.", token),
            },
            cancellation);

    private async Task<ApprovalVerdict?> RefusedAsync(ApprovalAttempt attempt, CancellationToken cancellation)
    {
        if (await plans.FindAsync(attempt.PlanId, cancellation) is not { } record)
        {
            return new(ApprovalResult.UnknownPlan);
        }

        return await entitlement.RefuseAsync(attempt, record, cancellation) is { } result ? new(result, record) : null;
    }

    private async Task<ApprovalVerdict> DecideAsync(ApprovalAttempt attempt, CancellationToken cancellation)
    {
        var record = (await plans.FindAsync(attempt.PlanId, cancellation))!;
        var (misses, worded) = (0, Entitlement.NeedsWords(attempt, record));
        if (worded)
        {
            var judged = await challenges.JudgeAsync(
                record.Plan.Hash, new([attempt.Words!], attempt.Heard?.At ?? decisions.Now, attempt.Person.Id, attempt.Heard?.Device), cancellation);
            misses = judged.Misses;
            if (judged.Verdict != ChallengeVerdict.Accepted)
            {
                return await MissedAsync(attempt, record, judged, cancellation);
            }
        }

        var means = worded ? "challenge" : attempt.Means switch
        {
            ApprovalMeans.Button => "button",
            ApprovalMeans.Named => "api",
            _ => "yes",
        };
        var approval = new Approval(attempt.Person.Id, means, decisions.Now, attempt.Heard?.Device);
        return entitlement.IsFirstOfTwo(record)
            ? await decisions.FirstAsync(record, approval, cancellation)
            : await decisions.ApproveAsync(record, approval, cancellation) with { Misses = misses };
    }

    private async Task<ApprovalVerdict> MissedAsync(
        ApprovalAttempt attempt, PlanRecord record, ChallengeJudgement judged, CancellationToken cancellation) => judged.Verdict switch
        {
            ChallengeVerdict.Missed => await decisions.MissAsync(record, attempt.Person.Id, judged.Misses, cancellation),
            ChallengeVerdict.Burned => await BurnAsync(attempt, record, judged, cancellation),
            ChallengeVerdict.Expired => new(ApprovalResult.Expired, record),
            _ => new(ApprovalResult.AlreadyDecided, record),
        };

    private async Task<ApprovalVerdict> BurnAsync(
        ApprovalAttempt attempt, PlanRecord record, ChallengeJudgement judged, CancellationToken cancellation)
    {
        var ended = await decisions.EndAsync(
            record, PlanStatus.Burned, attempt.Person.Id, "The words were wrong three times; nothing was changed.", cancellation);
        return ended with { Result = ApprovalResult.Burned, Misses = judged.Misses };
    }
}
