using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Transactions;

namespace Helm.Operations.Remediation.Running;

/// <summary>Ends proposals that still wait when their issue is over: nothing is mended that is well.</summary>
internal sealed class OvertakenPlans(IPlanStore plans, IIssueReader issues, Decisions decisions, ITransactions transactions) : IIssueChangeConsumer
{
    private const int Most = 50;

    public string Name => "overtaken-plans";

    public bool Wants(IssueChange change) => change is IssueChange.Resolved;

    public Task HandleAsync(ChangedIssue change, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            if (await issues.FindAsync(change.IssueId, token) is not { Status: IssueStatus.Resolved, Metadata.ResolvedAt: { } over })
            {
                return;
            }

            var waits = (await plans.ListAsync(new() { IssueId = change.IssueId, Open = true, Top = Most }, token))
                .Where(one => one is { Status: PlanStatus.Pending, Undoes: null } && one.Plan.CreatedAt <= over);
            foreach (var waiting in waits)
            {
                await decisions.EndAsync(waiting, PlanStatus.Replaced, null, $"{change.IssueId} was resolved before anybody allowed it.", token);
            }
        },
        cancellation);
}
