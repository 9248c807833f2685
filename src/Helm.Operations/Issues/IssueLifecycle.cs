using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Issues;

/// <summary>Opens, updates and resolves: a breach opens after some windows, health resolves after some, unknown does neither.</summary>
/// <remarks>It decides and writes nothing, so that the storage can apply a whole report in one transaction.</remarks>
public sealed class IssueLifecycle(IOptions<IssueOptions> options)
{
    private const int LongestTimeline = 100;
    private const int TimelineHead = 10;

    private IssueOptions Options => options.Value;

    /// <summary>Issues that were resolved after this moment are opened again by a new breach.</summary>
    public DateTimeOffset FlapsSince(HealthReport report) => report.Timestamp - Options.FlapWindow;

    /// <param name="finding">What was observed.</param>
    /// <param name="signal">What is remembered of its fingerprint.</param>
    /// <param name="issue">Its open issue, or the one to open again.</param>
    public IssueStep Step(Finding finding, Signal? signal, Issue? issue)
    {
        if (finding.Observation.Health == Health.Unknown)
        {
            return IssueStep.Nothing(signal);
        }

        var before = signal ?? new() { Fingerprint = finding.Fingerprint, IssueId = OpenId(issue) };
        var after = before.Count(finding);
        return finding.InBreach ? Breach(finding, before, after, issue) : Healthy(finding, before, after, issue);
    }

    /// <summary>Resolves for a reason other than health: the resource is no longer there.</summary>
    public static Issue Resolve(Issue issue, string reason, DateTimeOffset now) => issue with
    {
        Status = IssueStatus.Resolved,
        Timeline = Append(issue.Timeline, new(now, reason)),
        Metadata = issue.Metadata with { UpdatedAt = now, ResolvedAt = now },
    };

    /// <summary>The issue with one more entry in its timeline.</summary>
    public static Issue Note(Issue issue, string text, DateTimeOffset now) => issue with
    {
        Timeline = Append(issue.Timeline, new(now, text)),
        Metadata = issue.Metadata with { UpdatedAt = now },
    };

    private static string? OpenId(Issue? issue) => issue is { Status: not IssueStatus.Resolved } ? issue.IssueId : null;

    private IssueStep Breach(Finding finding, Signal before, Signal after, Issue? issue)
    {
        var now = finding.Report.Timestamp;
        if (issue is null)
        {
            return after.Bad < Options.OpenAfter
                ? IssueStep.Nothing(after)
                : new(after, IssueWriter.Open(finding, after.BadSince ?? now, Options), IssueChange.Opened);
        }

        var updated = IssueWriter.Refresh(issue, finding, Options);
        if (issue.Status == IssueStatus.Resolved)
        {
            // A window that reaches back before the mend still contains the fault, and was not measured to tell of anything new.
            if (finding.Observation.WindowStart < issue.Metadata.MendedAt)
            {
                return IssueStep.Nothing(null);
            }

            return after.Bad < Options.OpenAfter
                ? IssueStep.Nothing(after)
                : new(
                    after with { IssueId = issue.IssueId },
                    IssueWriter.Reopen(updated, finding) with { Timeline = Noted(updated, now, "Opened again: " + IssueWords.Detected(finding.Observation)) },
                    IssueChange.Reopened);
        }

        if (updated.Severity != issue.Severity)
        {
            var note = $"Severity raised from {issue.Severity} to {updated.Severity}: {IssueWords.Symptom(finding.Observation)}";
            return new(after, updated with { Timeline = Noted(issue, now, note) }, IssueChange.Worsened);
        }

        return before.Good > 0 && after.Good == 0
            ? new(after, updated with { Timeline = Noted(issue, now, IssueWords.Detected(finding.Observation)) }, IssueChange.Updated)
            : new(after, updated, IssueChange.Updated);
    }

    private IssueStep Healthy(Finding finding, Signal before, Signal after, Issue? issue)
    {
        if (issue is null || issue.Status == IssueStatus.Resolved)
        {
            return IssueStep.Nothing(null);
        }

        if (after.Good == before.Good)
        {
            return IssueStep.Nothing(after);
        }

        var now = finding.Report.Timestamp;
        var recovering = IssueWords.Recovering(finding.Observation);
        if (after.Good >= Options.ResolveAfter)
        {
            return new(null, Resolve(issue, $"Resolved: {recovering}", now), IssueChange.Resolved);
        }

        return before.Good > 0
            ? IssueStep.Nothing(after)
            : new(
                after,
                issue with { Timeline = Noted(issue, now, recovering), Metadata = issue.Metadata with { UpdatedAt = now } },
                IssueChange.Recovering);
    }

    private static IReadOnlyList<TimelineEntry> Noted(Issue issue, DateTimeOffset now, string text) =>
        Append(issue.Timeline, new(now, text));

    /// <summary>A metric that flaps for days keeps its beginning and its latest entries.</summary>
    private static IReadOnlyList<TimelineEntry> Append(IReadOnlyList<TimelineEntry> timeline, TimelineEntry entry) =>
        timeline.Count < LongestTimeline
            ? [.. timeline, entry]
            : [.. timeline.Take(TimelineHead), .. timeline.Skip(timeline.Count - LongestTimeline + TimelineHead + 1), entry];
}
