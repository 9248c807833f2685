using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Timers;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Creates work items from the outbox: looks for one with the same marker first, so that a crash in between doubles none.</summary>
public sealed class WorkItemChannel(
    IWorkItemTracker tracker,
    IIssueReader issues,
    IIssueEditor editor,
    ITimers timers,
    ITransactions transactions,
    IOptions<EscalationOptions> options,
    TimeProvider time) : IDeliveryChannel
{
    public string Name => Escalations.Channel;

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var request = EscalationRequest.Read(message.Body);
        if (await issues.FindAsync(request.IssueId, cancellation) is not { } issue)
        {
            return new DeliveryOutcome.Refused("The issue is not there any more.");
        }

        try
        {
            var item = await tracker.FindAsync(request.Marker, cancellation)
                ?? await tracker.CreateAsync(WorkItemWriter.Write(issue, request), cancellation);
            await transactions.RunAsync(token => KeepAsync(request, item, token), cancellation);
            return new DeliveryOutcome.Delivered(item.Url);
        }
        catch (TrackerException problem)
        {
            return problem.IsFinal ? new DeliveryOutcome.Refused(problem.Message) : new DeliveryOutcome.RetryAfter(problem.Message, problem.Wait);
        }
    }

    private async Task KeepAsync(EscalationRequest request, TrackedItem item, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await editor.EditAsync(
            request.IssueId, IssueChange.Escalated,
            issue => IssueLifecycle.Note(issue, $"Handed to the developers: {item.Url}", now) with
            {
                Status = issue.Status is IssueStatus.Active or IssueStatus.RemediationFailed ? IssueStatus.Escalated : issue.Status,
                Escalation = new() { EscalatedToFaber = true, EscalatedAt = now, EscalationReason = request.Reason, WorkItemUrl = item.Url },
            },
            cancellation);
        await timers.SetAsync(new(WorkItemPoll.KeyOf(request.IssueId), now + options.Value.PollInterval, WorkItemPoll.TimerKind, request.IssueId), cancellation);
    }
}
