using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Tells people of incidents: what changed passes the stages, and what passes goes into the outbox in the same transaction.</summary>
public sealed class AlertConsumer(
    ITransactions transactions, IIssueReader issues, AlertDesk desk, IOptions<AlertingOptions> options) : IIssueChangeConsumer
{
    public string Name => "alerts";

    public bool Wants(IssueChange change) => options.Value.Enabled && change
        is IssueChange.Opened or IssueChange.Reopened or IssueChange.Updated or IssueChange.Worsened or IssueChange.Resolved or IssueChange.RemediationFailed;

    public Task HandleAsync(ChangedIssue change, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            // Told is how it is now: of a burst of changes only the last matters.
            if (await issues.FindAsync(change.IssueId, token) is { } issue)
            {
                await (issue.Status == IssueStatus.Resolved ? desk.OverAsync(change, issue, token) : desk.JudgeAsync(change, issue, token));
            }
        },
        cancellation);
}
