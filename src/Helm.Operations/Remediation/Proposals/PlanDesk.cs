using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Keeps proposals, one at a time for the same thing.</summary>
public sealed class PlanDesk(
    IPlanStore plans, Decisions decisions, ISpokenChallenge challenges, ITransactions transactions, IOptions<RemediationOptions> options, TimeProvider time)
{
    internal Task<ProposalResult> KeepAsync(
        ProposalRequest request, IReadOnlyList<PlannedAction> actions, string? undoes, CancellationToken cancellation) =>
        transactions.RunAsync(
            async token => await BusyAsync(actions, token) is { } busy ? busy : await AddAsync(request, actions, undoes, token), cancellation);

    private async Task<ProposalResult?> BusyAsync(IReadOnlyList<PlannedAction> actions, CancellationToken cancellation)
    {
        var targets = actions.Select(action => action.Target).ToHashSet();
        var busy = (await plans.ListAsync(new() { Open = true, Top = 200 }, cancellation))
            .FirstOrDefault(record => record.Status != PlanStatus.Pending && record.Plan.Actions.Any(action => targets.Contains(action.Target)));
        return busy is null
            ? null
            : ProposalResult.Refuse(RefusalKind.Busy, $"{busy.Plan.Id} is changing the same thing now. Wait until it is over.");
    }

    private async Task<ProposalResult> AddAsync(
        ProposalRequest request, IReadOnlyList<PlannedAction> actions, string? undoes, CancellationToken cancellation)
    {
        await ReplaceAsync(request, actions, cancellation);
        var plan = PlanOf(request, actions, await plans.NextNumberAsync(cancellation));
        var record = new PlanRecord(plan) { Undoes = undoes };
        await decisions.ProposeAsync(record, cancellation);
        if (plan.Level == ApprovalLevel.Challenge)
        {
            await challenges.CreateAsync(plan.Hash, plan.ExpiresAt, cancellation);
        }

        return new ProposalResult.Proposed(record);
    }

    private RemediationPlan PlanOf(ProposalRequest request, IReadOnlyList<PlannedAction> actions, int number)
    {
        var now = Second(time.GetUtcNow());
        return new()
        {
            Id = FormattableString.Invariant($"rem-{number:D3}"),
            ApprovalId = Guid.CreateVersion7(now),
            Environment = actions[0].Target.Environment,
            IssueId = request.Issue?.IssueId,
            Actions = actions,
            Level = actions.Max(action => action.Level),
            RequestedBy = request.Requester,
            Reason = request.Reason,
            CreatedAt = now,
            ExpiresAt = now + options.Value.PlanLifetime.Value,
        };
    }

    /// <summary>Whoever asks again in a conversation means the new proposal only; a program may have several open, but one for the same thing.</summary>
    private async Task ReplaceAsync(ProposalRequest request, IReadOnlyList<PlannedAction> actions, CancellationToken cancellation)
    {
        foreach (var old in await plans.ListAsync(new() { Open = true, Top = 200 }, cancellation))
        {
            if (old.Status == PlanStatus.Pending && old.Plan.RequestedBy == request.Requester && (request.Requester.Conversation is not null || IsSame(old, actions)))
            {
                await decisions.EndAsync(old, PlanStatus.Replaced, request.Requester.PersonId, "A newer proposal stands in its place.", cancellation);
            }
        }
    }

    private static bool IsSame(PlanRecord old, IReadOnlyList<PlannedAction> actions) =>
        old.Plan.Actions.Select(action => (action.Action, action.Target)).SequenceEqual(actions.Select(action => (action.Action, action.Target)));

    /// <summary>What is hashed is what is shown, and times are shown to the second.</summary>
    private static DateTimeOffset Second(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
