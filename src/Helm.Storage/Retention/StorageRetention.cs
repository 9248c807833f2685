using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Audits;
using Helm.Storage.Budget;
using Helm.Storage.Conversations;
using Helm.Storage.Database;
using Helm.Storage.Deployments;
using Helm.Storage.Investigations;
using Helm.Storage.Issues;
using Helm.Storage.Outbox;
using Helm.Storage.Promises;
using Helm.Storage.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helm.Storage.Retention;

/// <summary>Forgets what is older than the configuration wants kept; to be called once an hour or a day.</summary>
public sealed class StorageRetention
{
    /// <summary>The budget looks at this month only, and a year can be compared; so can audits.</summary>
    private static readonly TimeSpan UsesKept = TimeSpan.FromDays(400);

    private readonly DbSource _source;
    private readonly IOptions<MonitoringOptions> _monitoring;
    private readonly IOptions<IssueOptions> _issues;
    private readonly TimeProvider _time;

    internal StorageRetention(
        DbSource source, IOptions<MonitoringOptions> monitoring, IOptions<IssueOptions> issues, TimeProvider time)
    {
        _source = source;
        _monitoring = monitoring;
        _issues = issues;
        _time = time;
    }

    public async Task<Purged> PurgeAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return new(
            await PurgeReportsAsync(now - _monitoring.Value.MetricsRetention, cancellation),
            await PurgeIssuesAsync(now - _issues.Value.Retention, cancellation),
            await PurgeTalkAsync(now, cancellation));
    }

    /// <summary>The latest report of each deployment stays, however old.</summary>
    private async Task<int> PurgeReportsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        using var writing = await _source.WriteAsync(cancellation);
        await using var db = _source.Open();
        await db.Set<MeasurementRow>().Where(row => row.At < before).ExecuteDeleteAsync(cancellation);
        return await db.Set<ReportRow>()
            .Where(row => row.Timestamp < before
                && !db.Set<DeploymentRow>().Any(deployment => deployment.LatestReportId == row.Id))
            .ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> PurgeIssuesAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var transaction = await IssueTransaction.BeginAsync(_source, cancellation);
        var db = transaction.Db;
        var old = db.Set<IssueRow>().Where(row => !row.IsOpen && row.ResolvedAt < before);
        var counts = await old.GroupBy(row => row.GroupId)
            .Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync(cancellation);
        foreach (var group in counts)
        {
            await db.Set<IssueGroupRow>().Where(row => row.Id == group.Key).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Count, one => one.Count - group.Count), cancellation);
        }

        var purged = await old.ExecuteDeleteAsync(cancellation);
        await db.Set<IssueChangeRow>().Where(row => row.At < before).ExecuteDeleteAsync(cancellation);
        await db.Set<SentMessageRow>().Where(row => row.At < before).ExecuteDeleteAsync(cancellation);
        await db.Set<IssueGroupRow>().Where(row => row.Count == 0).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return purged;
    }

    private async Task<int> PurgeTalkAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        using var writing = await _source.WriteAsync(cancellation);
        await using var db = _source.Open();
        var uses = now - UsesKept;
        await db.Set<ApiUseRow>().Where(row => row.Hour < uses).ExecuteDeleteAsync(cancellation);
        await db.Set<PromiseRow>().Where(row => row.EndedAt < uses).ExecuteDeleteAsync(cancellation);
        await db.Set<AuditRow>().Where(row => row.StartedAt < uses).ExecuteDeleteAsync(cancellation);
        var before = now - _monitoring.Value.MetricsRetention;
        await db.Set<InvestigationRow>().Where(row => row.At < before).ExecuteDeleteAsync(cancellation);
        return await db.Set<ConversationRow>().Where(row => row.UpdatedAt < before).ExecuteDeleteAsync(cancellation);
    }
}

/// <summary>How much was forgotten.</summary>
public sealed record Purged(int Reports, int Issues, int Conversations);
