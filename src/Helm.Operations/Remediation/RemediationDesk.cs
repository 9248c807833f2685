using Helm.Operations.People;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Proposals;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation;

/// <summary>Brings each wish about mends to the part that decides it.</summary>
internal sealed class RemediationDesk(
    Proposer proposer, Warden warden, IPlanStore plans, ISpokenChallenge challenges, Stops stops, ApprovalPolicy policy, IOptions<RemediationOptions> options)
    : IRemediation
{
    public bool IsOn => options.Value.Enabled;

    public bool IsNever(string action) => policy.IsNever(action);

    public bool IsProduction(string environment) => policy.IsProduction(environment);

    public async Task<ProposalResult> ProposeAsync(ProposalRequest request, CancellationToken cancellation) =>
        await BeginAsync(request, await proposer.ProposeAsync(request, cancellation), cancellation);

    public async Task<ProposalResult> ProposeUndoAsync(ProposalRequest request, CancellationToken cancellation)
    {
        var filter = request.Issue is { } issue
            ? new PlanFilter { IssueId = issue.IssueId }
            : new PlanFilter { Conversation = request.Requester.Conversation };
        var done = (await plans.ListAsync(filter, cancellation)).FirstOrDefault(record => record.Status == PlanStatus.Succeeded);
        return done is null
            ? ProposalResult.Refuse(RefusalKind.Impossible, "There is nothing of mine here that could be undone.")
            : await BeginAsync(request, await proposer.ProposeUndoAsync(done, request, cancellation), cancellation);
    }

    public async Task<Challenge?> ChallengeOfAsync(PlanRecord record, CancellationToken cancellation) =>
        record is { Status: PlanStatus.Pending, Plan.Level: ApprovalLevel.Challenge }
            ? await challenges.CreateAsync(record.Plan.Hash, record.Plan.ExpiresAt, cancellation)
            : null;

    public Task<ApprovalVerdict> ApproveAsync(ApprovalAttempt attempt, CancellationToken cancellation) => warden.ApproveAsync(attempt, cancellation);

    public Task<ApprovalVerdict> RejectAsync(string planId, string? planHash, Person person, string? reason, CancellationToken cancellation) =>
        warden.RejectAsync(planId, planHash, person, reason, cancellation);

    public Task<PlanRecord?> FindAsync(string planId, CancellationToken cancellation) => plans.FindAsync(planId, cancellation);

    public Task<IReadOnlyList<PlanRecord>> ListAsync(PlanFilter filter, CancellationToken cancellation) => plans.ListAsync(filter, cancellation);

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(string planId, CancellationToken cancellation) => plans.JournalAsync(planId, cancellation);

    public Task<IReadOnlyList<AutomationStop>> StopsAsync(CancellationToken cancellation) => stops.ListAsync(cancellation);

    public Task<bool> StopAsync(StopKind kind, Person person, DateTimeOffset? from, DateTimeOffset? until, string? reason, CancellationToken cancellation) =>
        stops.StopAsync(kind, person, from, until, reason, cancellation);

    public Task<bool> LiftAsync(StopKind kind, Person person, CancellationToken cancellation) => stops.LiftAsync(kind, person, cancellation);

    private async Task<ProposalResult> BeginAsync(ProposalRequest request, ProposalResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case ProposalResult.Proposed { Record: { Plan.Level: ApprovalLevel.Automatic } record }:
                return new ProposalResult.Proposed((await warden.ApproveByPolicyAsync(record, cancellation)).Record ?? record);
            case ProposalResult.Refused refused when refused.Kind is not (RefusalKind.PowerOff or RefusalKind.ResourceNeeded or RefusalKind.EnvironmentNeeded):
                await stops.NoteRefusedAsync(request.Action, request.Resource, request.Environment, request.Requester.PersonId, refused.Reason, cancellation);
                return result;
            default:
                return result;
        }
    }
}
