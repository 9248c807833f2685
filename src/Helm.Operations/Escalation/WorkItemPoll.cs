using Helm.Operations.Issues;
using Helm.Operations.Timers;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Looks now and then whether a work item was closed, for trackers whose webhook does not come.</summary>
public sealed class WorkItemPoll(
    IWorkItemTracker tracker, IIssueReader issues, ITimers timers, FixVerification verification, IOptions<EscalationOptions> options, TimeProvider time) : ITimerHandler
{
    public const string TimerKind = "work-item-poll";

    public string Kind => TimerKind;

    public static string KeyOf(string issueId) => $"{TimerKind}/{issueId}";

    public async Task HandleAsync(DueTimer timer, CancellationToken cancellation)
    {
        if (await issues.FindAsync(timer.Payload, cancellation) is not { Escalation.WorkItemUrl: { } url } issue)
        {
            return;
        }

        switch (await tracker.LookAsync(url, cancellation))
        {
            case null:
                return;
            case { IsClosed: true }:
                await verification.BeginAsync(issue.IssueId, url, cancellation);
                return;
            default:
                await timers.SetAsync(timer with { DueAt = time.GetUtcNow() + options.Value.PollInterval }, cancellation);
                return;
        }
    }
}
