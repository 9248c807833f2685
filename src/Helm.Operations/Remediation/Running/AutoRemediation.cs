using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Proposals;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Running;

/// <summary>Begins by itself what the automatic list allows, when an issue opens outside production.</summary>
internal sealed class AutoRemediation(
    Proposer proposer, Warden warden, Decisions decisions, IPlanStore plans, IIssueReader issues, ApprovalPolicy policy, IOptions<RemediationOptions> options)
    : IIssueChangeConsumer
{
    public string Name => "auto-remediation";

    public bool Wants(IssueChange change) => change is IssueChange.Opened or IssueChange.Reopened or IssueChange.Worsened or IssueChange.Investigated;

    public async Task HandleAsync(ChangedIssue change, CancellationToken cancellation)
    {
        if (options.Value is not { Enabled: true, AutoRemediate: true }
            || await issues.FindAsync(change.IssueId, cancellation) is not { Status: IssueStatus.Active } issue
            || policy.IsProduction(issue.Environment)
            || (await plans.ListAsync(new() { IssueId = issue.IssueId, Open = true }, cancellation)).Count > 0)
        {
            return;
        }

        await BeginAsync(new(ProposalRequest.Immediate, PlanRequester.Automation) { Issue = issue, Reason = issue.Summary.Title }, cancellation);
    }

    private async Task BeginAsync(ProposalRequest request, CancellationToken cancellation)
    {
        if (await proposer.ProposeAsync(request, cancellation) is not ProposalResult.Proposed { Record: var record })
        {
            return;
        }

        if (record.Plan.Level == ApprovalLevel.Automatic)
        {
            await warden.ApproveByPolicyAsync(record, cancellation);
        }
        else
        {
            await decisions.EndAsync(record, PlanStatus.Rejected, null, "It needs a person's leave; nobody asked for it.", cancellation);
        }
    }
}
