using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Reviews;

/// <summary>Gathers what was recorded of an incident.</summary>
public sealed class IncidentReviewer(IAlertBook book, IRemediation remediation, TimeProvider time)
{
    private const int MostPlans = 20;

    public async Task<IncidentReview> OfAsync(Issue issue, CancellationToken cancellation)
    {
        var plans = (await remediation.ListAsync(new() { IssueId = issue.IssueId, Top = MostPlans }, cancellation))
            .Where(record => record.Approvals.Count > 0 || !record.IsOver).OrderBy(record => record.Plan.CreatedAt).ToList();
        return new()
        {
            Issue = issue,
            Alert = await book.LatestWithAsync(issue.IssueId, cancellation),
            Plans = plans,
            DurationMinutes = (int)Math.Max(0, ((issue.Metadata.ResolvedAt ?? time.GetUtcNow()) - issue.Detection.DetectedAt).TotalMinutes),
            Next = NextOf(issue, plans),
        };
    }

    /// <summary>The first row that fits.</summary>
    private static string NextOf(Issue issue, IReadOnlyList<PlanRecord> plans) => (issue, plans is [.., var last] ? last : null) switch
    {
        (_, { Status: PlanStatus.Pending } open) => $"{open.Plan.Id} waits for leave.",
        (_, { IsOver: false } running) => $"{running.Plan.Id} is under way and will be measured.",
        (_, { Status: PlanStatus.Unknown } unknown) => $"Somebody has to look whether {unknown.Plan.Id} was made.",
        ({ Status: IssueStatus.Resolved, Remediation.PermanentFix: { } fix, Escalation.WorkItemUrl: null }, _) => $"What is left is the permanent fix: {fix.Description}. Escalate it.",
        ({ Escalation.WorkItemUrl: { } url, Status: IssueStatus.Resolved }, _) => $"The permanent fix is with the developers: {url}.",
        ({ Status: IssueStatus.Resolved }, _) => "Nothing is left to be done.",
        ({ Escalation.WorkItemUrl: { } url }, _) => $"The developers have it: {url}. I check the resource when they close it.",
        ({ Remediation.ImmediateActions: [_, ..] actions }, _) => $"What would help now: {string.Join(", ", actions.Select(action => action.Action.Replace('_', ' ')))}. Say fix {issue.IssueId}.",
        ({ RootCause.Identified: true }, _) => $"Nothing quick would mend it. Escalate {issue.IssueId}.",
        _ => $"The cause is not known yet. Investigate {issue.IssueId}.",
    };
}
