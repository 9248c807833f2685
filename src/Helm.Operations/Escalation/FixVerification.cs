using System.Globalization;
using Helm.Operations.Issues;
using Helm.Operations.Timers;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>After a work item was closed: is the resource healthy? Then the issue is resolved, else the work item is opened again with what is measured.</summary>
public sealed class FixVerification(
    IWorkItemTracker tracker, IIssueReader issues, IIssueEditor editor, FixHealth health, ITimers timers, IOptions<EscalationOptions> options, TimeProvider time) : ITimerHandler
{
    public const string TimerKind = "fix-verification";

    private const string Verified = " is verified, ";

    public string Kind => TimerKind;

    /// <summary>Whether a fix of developers was measured to hold.</summary>
    public static bool IsVerified(Issue issue) => issue.Timeline.Any(entry => entry.Event.Contains(Verified, StringComparison.Ordinal));

    /// <summary>Begins to verify; saying twice that a work item was closed begins once.</summary>
    /// <returns>False when no issue was handed over as this work item.</returns>
    public async Task<bool> BeginAsync(string issueId, string url, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await issues.FindAsync(issueId, cancellation) is not { } issue || !string.Equals(issue.Escalation.WorkItemUrl, url, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        await timers.CancelAsync(WorkItemPoll.KeyOf(issue.IssueId), cancellation);
        var begun = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await timers.SetAsync(new($"{TimerKind}/{issue.IssueId}", now, TimerKind, $"{issue.IssueId} {begun}"), cancellation);
        return true;
    }

    public async Task HandleAsync(DueTimer timer, CancellationToken cancellation)
    {
        var (issueId, begunAt) = Read(timer.Payload);
        if (await issues.FindAsync(issueId, cancellation) is not { Escalation.WorkItemUrl: { } url } issue)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (await health.IsWellAsync(issue, begunAt, cancellation))
        {
            await HoldsAsync(issue, url, now, cancellation);
        }
        else if (now - begunAt < options.Value.VerifyWithin)
        {
            await timers.SetAsync(timer with { DueAt = now + options.Value.VerifyInterval }, cancellation);
        }
        else
        {
            await ReopenAsync(issueId, url, now, cancellation);
        }
    }

    /// <summary>What was mended already, and waited for its permanent fix only, is noted.</summary>
    private async Task HoldsAsync(Issue issue, string url, DateTimeOffset now, CancellationToken cancellation)
    {
        var mended = issue.Status == IssueStatus.Resolved;
        var verified = $"the fix of {url}{Verified}{issue.Resource.Name} is healthy";
        await editor.EditAsync(
            issue.IssueId, mended ? IssueChange.Noted : IssueChange.Resolved,
            one => one.Status != IssueStatus.Resolved ? IssueLifecycle.Resolve(one, $"Resolved: {verified}", now)
                : one.Timeline is [.., var last] && last.Event == $"Fixed for good: {verified}" ? null
                : IssueLifecycle.Note(one, $"Fixed for good: {verified}", now),
            cancellation);
        await tracker.CommentAsync(url, $"Verified by Helm: {InertText.Of(issue.Resource.Name)} is healthy. {issue.IssueId} is {(mended ? "fixed for good" : "resolved")}.", cancellation);
    }

    private async Task ReopenAsync(string issueId, string url, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await issues.FindAsync(issueId, cancellation) is not { } issue)
        {
            return;
        }

        await tracker.ReopenAsync(url, WorkItemWriter.StillThere(issue), cancellation);
        await editor.EditAsync(
            issueId, IssueChange.Noted, one => IssueLifecycle.Note(one, $"The fix did not hold; {url} is open again", now), cancellation);
        await timers.SetAsync(new(WorkItemPoll.KeyOf(issueId), now + options.Value.PollInterval, WorkItemPoll.TimerKind, issueId), cancellation);
    }

    private static (string IssueId, DateTimeOffset BegunAt) Read(string payload)
    {
        var parts = payload.Split(' ');
        return (parts[0], DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
