using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Alerts;

/// <summary>Keeps alerts and the reasons for what was not told.</summary>
internal sealed class AlertBook(DbSource source, SilenceBook silences) : IAlertBook
{
    public async Task<Alert?> OpenOfAsync(string group, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var document = await db.Set<AlertRow>().Where(row => row.GroupKey == group && row.IsOpen)
            .Select(row => row.Document).FirstOrDefaultAsync(cancellation);
        return document is null ? null : StoredJson.Read<Alert>(document);
    }

    public async Task<Alert?> LatestWithAsync(string issueId, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var documents =
            from member in db.Set<AlertIssueRow>()
            join alert in db.Set<AlertRow>() on member.AlertId equals alert.Id
            where member.IssueId == issueId
            orderby alert.IsOpen descending, alert.OpenedAt descending
            select alert.Document;
        var document = await documents.FirstOrDefaultAsync(cancellation);
        return document is null ? null : StoredJson.Read<Alert>(document);
    }

    public async Task<IReadOnlyList<Alert>> ListAsync(bool open, int top, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var documents = await db.Set<AlertRow>().Where(row => !open || row.IsOpen)
            .OrderByDescending(row => row.OpenedAt).Take(top).Select(row => row.Document).ToListAsync(cancellation);
        return [.. documents.Select(StoredJson.Read<Alert>)];
    }

    public async Task SaveAsync(Alert alert, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var document = StoredJson.Write(alert);
        var isOpen = alert.State != AlertState.Resolved;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO alerts (id, group_key, is_open, opened_at, document)
            VALUES ({alert.Id}, {alert.Group}, {isOpen}, {alert.OpenedAt.UtcDateTime}, {document})
            ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open, document = excluded.document
            """,
            cancellation);
        foreach (var issue in alert.Issues)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO alert_issues (issue_id, alert_id) VALUES ({issue}, {alert.Id}) ON CONFLICT DO NOTHING", cancellation);
        }
    }

    public async Task DecideAsync(AlertDecision decision, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var latest = await db.Set<AlertDecisionRow>().AsNoTracking().Where(row => row.IssueId == decision.IssueId)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        if (latest is not null && !decision.Told && (latest.Stage, latest.Reason) == (decision.Stage, decision.Reason))
        {
            return;
        }

        db.Add(new AlertDecisionRow
        {
            IssueId = decision.IssueId,
            ChangeNumber = decision.ChangeNumber,
            At = decision.At,
            Stage = decision.Stage,
            Reason = decision.Reason,
            Told = decision.Told,
        });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<AlertDecision>> DecisionsAsync(string issueId, int top, CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<AlertDecisionRow>().Where(row => row.IssueId == issueId).OrderByDescending(row => row.Id).Take(top)
            .Select(row => new AlertDecision(row.IssueId, row.ChangeNumber, row.At, row.Stage, row.Reason, row.Told)).ToListAsync(cancellation);
    }

    public Task<IReadOnlyList<Silence>> SilencesAsync(CancellationToken cancellation) => silences.ListAsync(cancellation);

    public Task<Silence> AddAsync(Silence silence, CancellationToken cancellation) => silences.AddAsync(silence, cancellation);

    public Task EndAsync(string silenceId, DateTimeOffset at, CancellationToken cancellation) => silences.EndAsync(silenceId, at, cancellation);

    public async Task<(int Count, DateTimeOffset? First)> OpeningsAsync(string issueId, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var openings =
            from one in db.Set<IssueRow>()
            join same in db.Set<IssueRow>() on one.Fingerprint equals same.Fingerprint
            join change in db.Set<IssueChangeRow>() on same.IssueId equals change.IssueId
            where one.IssueId == issueId && change.At >= since
                && (change.Change == IssueChange.Opened || change.Change == IssueChange.Reopened)
            select change.At;
        var times = await openings.ToListAsync(cancellation);
        return (times.Count, times.Count > 0 ? times.Min() : null);
    }
}
