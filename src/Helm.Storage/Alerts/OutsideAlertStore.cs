using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Alerts;

/// <summary>Keeps the alerts of other systems, and draws their consequences for issues afterwards.</summary>
internal sealed class OutsideAlertStore(DbSource source, OutsideAlertWriter writer, IssueLifecycle lifecycle, TimeProvider time) : IOutsideAlerts
{
    private const int DigestAtOnce = 500;

    public Task TakeInAsync(IReadOnlyCollection<OutsideAlert> alerts, CancellationToken cancellation) => writer.WriteAsync(alerts, cancellation);

    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<OutsideAlertRow>().CountAsync(cancellation);
    }

    public async Task<int> DigestAsync(Func<OutsideAlert, OutsideFinding> understand, CancellationToken cancellation)
    {
        var done = 0;
        while (true)
        {
            await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
            var db = transaction.Db;
            var rows = await db.Set<OutsideAlertRow>().Where(row => row.IsNew).OrderBy(row => row.StartsAt).Take(DigestAtOnce).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                return done;
            }

            await DrawAsync(db, [.. rows.Select(row => (Read(row), understand(Read(row))))], cancellation);
            rows.ForEach(row => row.IsNew = false);
            await transaction.CommitAsync(cancellation);
            done += rows.Count;
        }
    }

    private static OutsideAlert Read(OutsideAlertRow row)
    {
        var kept = StoredJson.Read<KeptAlert>(row.Document);
        return new(row.Fingerprint, row.StartsAt, row.EndsAt, kept.Labels, kept.Summary);
    }

    private async Task DrawAsync(HelmDb db, List<(OutsideAlert Alert, OutsideFinding Finding)> alerts, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var place in alerts.Where(one => one.Alert.EndsAt is null).GroupBy(one => (one.Finding.Environment, one.Finding.Domain)))
        {
            var report = OutsideReports.Of(place.Key.Environment, place.Key.Domain, place, now);
            await new ReportConsequences(db, lifecycle).ApplyAsync(report, OutsideReports.RegistrationOf(place.Key.Domain), cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        var book = new IssueBook(db);
        foreach (var (_, finding) in alerts.Where(one => one.Alert.EndsAt is not null))
        {
            var fingerprint = Fingerprint.Of(finding.Environment, finding.Domain, new DeployedResource(finding.ResourceType, finding.Resource), finding.Indicator);
            if (await db.Set<IssueRow>().FirstOrDefaultAsync(row => row.Fingerprint == fingerprint && row.IsOpen, cancellation) is { } row)
            {
                await book.UpdateAsync(row, IssueLifecycle.Resolve(StoredJson.Read<Issue>(row.Document), "Resolved: Alertmanager reports that it is over", now), cancellation);
                await book.NoteAsync(row.IssueId, IssueChange.Resolved, now, cancellation);
            }

            await db.Set<SignalRow>().Where(signal => signal.Fingerprint == fingerprint).ExecuteDeleteAsync(cancellation);
        }
    }
}
