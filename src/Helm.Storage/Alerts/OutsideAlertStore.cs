using System.Data.Common;
using System.Globalization;
using System.Text;
using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Alerts;

/// <summary>Takes in alerts by one statement a batch, which is its own transaction, and draws their consequences afterwards.</summary>
internal sealed class OutsideAlertStore(DbSource source, IssueLifecycle lifecycle, TimeProvider time) : IOutsideAlerts
{
    private const int RowsAtOnce = 200;
    private const int DigestAtOnce = 500;
    private const int Columns = 4;

    public async Task TakeInAsync(IReadOnlyCollection<OutsideAlert> alerts, CancellationToken cancellation)
    {
        // The last of a fingerprint counts; a statement may not touch a row twice.
        var rows = alerts.GroupBy(alert => alert.Fingerprint).Select(same => same.Last()).OrderBy(alert => alert.Fingerprint, StringComparer.Ordinal);
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            using var writing = await source.WriteAsync(cancellation);
            await using var db = source.Open();
            await db.Database.OpenConnectionAsync(cancellation);
            await using var command = Upsert(db.Database.GetDbConnection(), chunk);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

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
        var kept = StoredJson.Read<Kept>(row.Document);
        return new(row.Fingerprint, row.StartsAt, row.EndsAt, kept.Labels, kept.Summary);
    }

    private static DbCommand Upsert(DbConnection connection, OutsideAlert[] alerts)
    {
        var command = connection.CreateCommand();
        var text = new StringBuilder("INSERT INTO outside_alerts (fingerprint, starts_at, ends_at, document, is_new) VALUES ");
        for (var row = 0; row < alerts.Length; row++)
        {
            var first = row * Columns;
            text.Append(CultureInfo.InvariantCulture, $"{(row == 0 ? "" : ", ")}(@p{first}, @p{first + 1}, @p{first + 2}, @p{first + 3}, TRUE)");
            var alert = alerts[row];
            object[] values =
            [
                alert.Fingerprint, alert.StartsAt.UtcDateTime, (object?)alert.EndsAt?.UtcDateTime ?? DBNull.Value, StoredJson.Write(new Kept(alert.Labels, alert.Summary)),
            ];
            for (var column = 0; column < Columns; column++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"@p{first + column}"), values[column]);
                if (column == 2)
                {
                    // A null needs a type; Npgsql's DateTime is the one with a zone.
                    parameter.DbType = System.Data.DbType.DateTime;
                }

                command.Parameters.Add(parameter);
            }
        }

        // The same occurrence again changes nothing, and an older one never comes back.
        command.CommandText = text.Append(
            """
             ON CONFLICT (fingerprint) DO UPDATE
            SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, document = excluded.document, is_new = TRUE
            WHERE excluded.starts_at > outside_alerts.starts_at
               OR (excluded.starts_at = outside_alerts.starts_at AND outside_alerts.ends_at IS NULL AND excluded.ends_at IS NOT NULL)
            """).ToString();
        return command;
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

    /// <summary>What is kept of an alert beside its columns.</summary>
    private sealed record Kept(IReadOnlyDictionary<string, string> Labels, string? Summary);
}
