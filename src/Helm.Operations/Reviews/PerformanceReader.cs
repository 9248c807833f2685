using Helm.Operations.Alerts;
using Helm.Operations.Escalation;
using Helm.Operations.Issues;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Reviews;

/// <summary>Works out how well operations went, from what was recorded.</summary>
public sealed class PerformanceReader(IIssueReader issues, IAlertBook book, IRemediation remediation, TimeProvider time)
{
    private const int Most = 5000;

    public async Task<Performance> ReadAsync(string? environment, TimeSpan span, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var record = await RecordAsync(environment, now - span, cancellation);
        return Of(record, now - span, now);
    }

    private async Task<Record> RecordAsync(string? environment, DateTimeOffset from, CancellationToken cancellation)
    {
        var filter = new IssueFilter { Environment = environment, Top = Most };
        var open = await issues.ListAsync(filter, cancellation);
        var resolved = await issues.ListAsync(filter with { Status = IssueStatus.Resolved }, cancellation);
        var known = open.Concat(resolved).Select(issue => issue.IssueId).ToHashSet(StringComparer.Ordinal);
        var alerts = (await book.ListAsync(open: false, Most, cancellation)).Where(alert => alert.OpenedAt >= from && known.Contains(alert.IssueId)).ToList();
        var plans = (await remediation.ListAsync(new() { Top = Most }, cancellation))
            .Where(plan => plan.EndedAt >= from && plan.EffectiveAt is not null && (environment is null || plan.Plan.Environment == environment)).ToList();
        return new(open.Concat(resolved).Count(issue => issue.Metadata.CreatedAt >= from), [.. resolved.Where(issue => issue.Metadata.ResolvedAt >= from)], alerts, plans);
    }

    private static Performance Of(Record record, DateTimeOffset from, DateTimeOffset to) => new()
    {
        From = from,
        To = to,
        Opened = record.Opened,
        Resolved = record.Resolved.Count,
        MttrMinutes = Mean(record.Resolved.Select(issue => issue.Metadata.ResolvedAt - issue.Detection.DetectedAt)),
        MttaMinutes = Mean(record.Alerts.Select(alert => alert.AcknowledgedAt - alert.NotifiedAt)),
        AutoResolvedPercent = Share(record.Resolved.Select(issue => !NeededSomebody(issue, record))),
        MendsThatHelpedPercent = Share(record.Mends.Select(plan => plan.Status == PlanStatus.Succeeded)),
        EscalationAccuracyPercent = Share(record.Resolved.Where(IsDecided).Select(FixVerification.IsVerified)),
    };

    private static bool NeededSomebody(Issue issue, Record record) =>
        issue.Escalation.EscalatedToFaber
        || record.Alerts.Any(alert => alert.AcknowledgedBy is not null && alert.Issues.Contains(issue.IssueId))
        || record.Mends.Any(plan => plan.Plan.IssueId == issue.IssueId && plan.Approvals.Any(approval => approval.Means != "policy"));

    /// <summary>A permanent fix that was asked for after the mend, and is not shipped yet, tells nothing so far.</summary>
    private static bool IsDecided(Issue issue) =>
        issue.Escalation is { EscalatedToFaber: true, EscalatedAt: { } at } && (FixVerification.IsVerified(issue) || at < issue.Metadata.ResolvedAt);

    private static double? Mean(IEnumerable<TimeSpan?> spans)
    {
        var known = spans.OfType<TimeSpan>().Where(span => span >= TimeSpan.Zero).ToList();
        return known.Count == 0 ? null : Math.Round(known.Average(span => span.TotalMinutes), 1);
    }

    private static double? Share(IEnumerable<bool> answers)
    {
        var all = answers.ToList();
        return all.Count == 0 ? null : Math.Round(100.0 * all.Count(answer => answer) / all.Count, 1);
    }

    /// <summary>What was recorded in a span.</summary>
    private sealed record Record(int Opened, List<Issue> Resolved, List<Alert> Alerts, List<PlanRecord> Mends);
}
