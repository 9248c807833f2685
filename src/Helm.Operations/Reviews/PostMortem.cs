using System.Globalization;
using System.Text;
using Helm.Operations.Escalation;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Reviews;

/// <summary>Drafts the post-mortem of an incident in Markdown: what was recorded, and the questions that only people can answer.</summary>
public static class PostMortem
{
    private static readonly string[] Questions =
    [
        "What went well?",
        "What went badly, and where were we lucky?",
        "How would we have noticed it earlier?",
        "What keeps it from happening again, who does it, and until when?",
    ];

    public static string Draft(IncidentReview review)
    {
        var text = new StringBuilder();
        var issue = review.Issue;
        text.Append(CultureInfo.InvariantCulture, $"# Post-mortem (draft): {InertText.Of(issue.Summary.Title)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Drafted by Helm from the record of {issue.IssueId}. What was not measured is left out; the questions at the end are for people.\n");
        Section(text, "Summary", Summary(review));
        Section(text, "Impact", Impact(issue.Impact));
        Section(text, "Root cause", [issue.RootCause.Cause is { } cause ? InertText.Of(cause) : "Not established."]);
        Section(text, "Evidence", issue.RootCause.Evidence.Select(InertText.Of));
        Section(text, "Contributing factors", issue.RootCause.ContributingFactors.Select(InertText.Of));
        Section(text, "What was done", review.Plans.SelectMany(Done));
        Timeline(text, issue.Timeline);
        Section(text, "Follow-up", FollowUp(issue));
        Section(text, "To be answered by people", Questions);
        return text.ToString();
    }

    private static IEnumerable<string> Summary(IncidentReview review)
    {
        var (issue, alert) = (review.Issue, review.Alert);
        yield return $"Issue: {issue.IssueId}, {issue.Severity}, {issue.Status}";
        yield return $"Where: {InertText.Of(issue.Resource.Name)} ({InertText.Of(issue.Resource.Type)}) in {InertText.Of(issue.Environment)}";
        yield return $"Detected: {Time(issue.Detection.DetectedAt)} by {issue.Detection.DetectedBy} ({issue.Detection.CheckType})";
        if (alert is { NotifiedAt: { } told })
        {
            yield return $"First told: {Time(told)}, to {string.Join(", ", alert.Destinations.Select(InertText.Of))}";
        }

        if (alert is { AcknowledgedAt: { } at, AcknowledgedBy: { } who })
        {
            yield return $"Taken on: {Time(at)} by {InertText.Of(who)}";
        }

        yield return issue.Metadata.ResolvedAt is { } end
            ? $"Resolved: {Time(end)}, {review.DurationMinutes} minutes after it was detected"
            : $"Not resolved yet, after {review.DurationMinutes} minutes";
    }

    private static IEnumerable<string> Impact(IssueImpact impact)
    {
        if (impact.BusinessImpact is { } business)
        {
            yield return InertText.Of(business);
        }

        if (impact is { RequestsAffected: { } affected, RequestsTotal: { } total })
        {
            yield return FormattableString.Invariant($"Requests affected when last measured: {affected} of {total}");
        }

        if (impact is { SloMetric: { } metric, SloTarget: { } target, SloCurrent: { } current })
        {
            yield return FormattableString.Invariant($"{metric.Replace('_', ' ')}: {current:0.###}, {(impact.SloBreach ? "objective" : "threshold")} {target:0.###}");
        }

        yield return impact.UsersAffected switch
        {
            null => "How many users were affected was not measured.",
            { Count: { } count } => FormattableString.Invariant($"Users affected: {count}"),
            _ => "Users affected: all; whose requests failed cannot be told apart.",
        };
    }

    private static IEnumerable<string> Done(PlanRecord record)
    {
        var allowed = string.Join(" and ", record.Approvals.Select(approval => $"{InertText.Of(approval.PersonId)} ({approval.Means})"));
        yield return $"{record.Plan.Id}: {string.Join("; ", record.Plan.Actions.Select(action => InertText.Of(action.Effect)))}"
            + $"{(allowed.Length > 0 ? $". Allowed by {allowed}" : "")}. {InertText.Of(record.Outcome ?? Standing(record.Status))}";
        if (record.Verification is { } measured)
        {
            yield return FormattableString.Invariant($"Measured: {measured.Indicator.Replace('_', ' ')} {measured.Before:0.###} before, {measured.After:0.###} after, target {measured.Target:0.###}{measured.Unit}");
        }
    }

    private static string Standing(PlanStatus status) => status switch
    {
        PlanStatus.Pending => "It waits for leave.",
        PlanStatus.Verifying => "It was made, and what it does is being measured.",
        PlanStatus.Undoing => "It did not help, and is being taken back.",
        _ => "It is under way.",
    };

    private static IEnumerable<string> FollowUp(Issue issue)
    {
        if (issue.Remediation.PermanentFix is { } fix)
        {
            yield return $"[ ] {InertText.Of(fix.Description)}";
        }

        yield return issue.Escalation.WorkItemUrl is { } url ? $"[ ] Work item: <{url}>" : "[ ] No work item was made yet.";
    }

    private static void Timeline(StringBuilder text, IReadOnlyList<TimelineEntry> timeline)
    {
        text.Append("\n## Timeline\n\n| time (UTC) | what happened |\n|---|---|\n");
        foreach (var entry in timeline.OrderBy(entry => entry.Timestamp))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Time(entry.Timestamp)} | {InertText.Of(entry.Event)} |\n");
        }
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{string.Join('\n', all.Select(line => $"- {line}"))}\n");
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
