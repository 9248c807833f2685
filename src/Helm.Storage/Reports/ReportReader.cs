using System.Collections.Concurrent;
using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Database;
using Helm.Storage.Deployments;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Reports;

/// <summary>Reads reports; the latest of each deployment is kept parsed, since a report never changes.</summary>
internal sealed class ReportReader(DbSource source) : IReportReader
{
    private readonly ConcurrentDictionary<string, (long Id, HealthReport Report)> _parsed = new();

    public async Task<IReadOnlyList<HealthReport>> LatestAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var latest = await db.Set<DeploymentRow>()
            .Where(row => row.LatestReportId != null)
            .Select(row => new { row.Id, ReportId = row.LatestReportId!.Value })
            .ToListAsync(cancellation);
        foreach (var gone in _parsed.Keys.Except(latest.Select(row => row.Id)))
        {
            _parsed.TryRemove(gone, out _);
        }

        var reports = new List<HealthReport>();
        foreach (var row in latest)
        {
            reports.Add(await ParsedAsync(db, row.Id, row.ReportId, cancellation));
        }

        return reports;
    }

    public async Task<HealthReport?> LatestAsync(string deploymentId, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var reportId = await db.Set<DeploymentRow>()
            .Where(row => row.Id == deploymentId)
            .Select(row => row.LatestReportId)
            .FirstOrDefaultAsync(cancellation);
        return reportId is { } id ? await ParsedAsync(db, deploymentId, id, cancellation) : null;
    }

    public async Task<IReadOnlyDictionary<DeployedResource, string>> OpenIssuesAsync(
        HealthReport report, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var issues = new Dictionary<DeployedResource, string>();
        foreach (var chunk in report.Resources.Select(health => health.Resource).Chunk(IssueTable.KeysAtOnce))
        {
            var byKey = chunk.ToLookup(resource => Fingerprint.ResourceKey(report.Environment, report.Domain, resource));
            var keys = byKey.Select(group => group.Key).ToArray();
            var open = await db.Set<IssueRow>()
                .Where(row => row.IsOpen && keys.Contains(row.ResourceKey))
                .OrderBy(row => row.ScoreFresh)
                .Select(row => new { row.ResourceKey, row.IssueId })
                .ToListAsync(cancellation);
            foreach (var row in open)
            {
                // The last one, which has the highest score, stays.
                issues[byKey[row.ResourceKey].First()] = row.IssueId;
            }
        }

        return issues;
    }

    public async Task<IReadOnlyList<MeasuredValue>> HistoryAsync(
        MeasuredSeries series, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<MeasurementRow>().AsNoTracking()
            .Where(row => row.Resource == series.Resource && row.Indicator == series.Indicator && row.At >= since
                && row.Environment == series.Environment && row.Domain == series.Domain)
            .OrderBy(row => row.At)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new MeasuredValue(row.At, (decimal)row.Value, row.Health))];
    }

    private async Task<HealthReport> ParsedAsync(
        HelmDb db, string deploymentId, long reportId, CancellationToken cancellation)
    {
        if (_parsed.TryGetValue(deploymentId, out var known) && known.Id == reportId)
        {
            return known.Report;
        }

        var document = await db.Set<ReportRow>().Where(row => row.Id == reportId)
            .Select(row => row.Document).FirstAsync(cancellation);
        var report = StoredJson.Read<HealthReport>(document);
        _parsed[deploymentId] = (reportId, report);
        return report;
    }
}
