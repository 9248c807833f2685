using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Tells people of incidents: what changed passes the stages, and what passes goes into the outbox in the same transaction.</summary>
public sealed class AlertConsumer(
    ITransactions transactions, IIssueReader issues, AlertDesk desk, CauseFirst cause, IOptions<AlertingOptions> options) : IIssueChangeConsumer
{
    public string Name => "alerts";

    public bool Wants(IssueChange change) => options.Value.Enabled && change
        is IssueChange.Opened or IssueChange.Reopened or IssueChange.Updated or IssueChange.Worsened or IssueChange.Resolved or IssueChange.RemediationFailed;

    public async Task HandleAsync(ChangedIssue change, CancellationToken cancellation)
    {
        if (change.Change is IssueChange.Opened or IssueChange.Reopened && await issues.FindAsync(change.IssueId, cancellation) is { } opened)
        {
            await cause.WaitAsync(opened, cancellation);
        }

        await transactions.RunAsync(token => TellAsync(change, token), cancellation);
    }

    /// <summary>Told is how it is now: of a burst of changes only the last matters.</summary>
    private async Task TellAsync(ChangedIssue change, CancellationToken cancellation)
    {
        if (await issues.FindAsync(change.IssueId, cancellation) is { } issue)
        {
            await (issue.Status == IssueStatus.Resolved ? desk.OverAsync(change, issue, cancellation) : desk.JudgeAsync(change, issue, cancellation));
        }
    }
}
