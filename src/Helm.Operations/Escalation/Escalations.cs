using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Hands issues to developers: a request in the outbox, from which the work item is created once.</summary>
public sealed class Escalations(
    ITransactions transactions,
    IIssueReader issues,
    IOutbox outbox,
    OutboxDispatcher dispatcher,
    IEnumerable<IWorkItemTracker> trackers,
    IOptions<EscalationOptions> options)
{
    /// <summary>The channel by which requests go to the tracker.</summary>
    public const string Channel = "work-items";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>False while no tracker is connected.</summary>
    public bool IsOn => trackers.Any();

    /// <summary>Requests a work item and waits a few seconds for it.</summary>
    /// <returns>The issue as it is then; null when there is none of this id.</returns>
    public async Task<Issue?> EscalateAsync(string issueId, string reason, bool permanent, CancellationToken cancellation)
    {
        if (await RequestAsync(issueId, reason, null, permanent, cancellation))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            try
            {
                await dispatcher.RunDueAsync(Channel, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // The tracker is slow; the outbox goes on.
            }
        }

        return await issues.FindAsync(issueId, cancellation);
    }

    /// <summary>False when the issue is not there, or was handed over already.</summary>
    public Task<bool> RequestAsync(
        string issueId, string reason, EscalationRule? rule, bool permanent, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            if (await issues.FindAsync(issueId, token) is not { Escalation.EscalatedToFaber: false } issue)
            {
                return false;
            }

            var request = new EscalationRequest
            {
                IssueId = issue.IssueId,
                Marker = $"helm-escalation:{issue.Environment}/{issue.IssueId}/{issue.Metadata.CreatedAt.ToUnixTimeSeconds()}",
                Reason = reason,
                Priority = rule is { Priority.Length: > 0 } ? rule.Priority : PriorityOf(issue.Severity),
                Labels = rule is null ? [] : [.. rule.Labels],
                Assignees = rule is not null && options.Value.Assignees.TryGetValue(rule.AssignTo, out var login) ? [.. login.Split(',', StringSplitOptions.TrimEntries)] : [],
                Permanent = permanent,
            };
            return await outbox.AddAsync(new(request.Marker, Channel, "tracker", EscalationRequest.Kind, request.ToJson(), null, issue.IssueId), token);
        },
        cancellation);

    private static string PriorityOf(string severity) => severity switch
    {
        Severity.Critical or Severity.High => "high",
        Severity.Medium => "medium",
        _ => "low",
    };
}
