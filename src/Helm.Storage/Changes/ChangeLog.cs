using Helm.Operations.Changes;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Changes;

/// <summary>Reads the changes, and keeps how far each consumer has come.</summary>
internal sealed class ChangeLog(DbSource source) : IChangeLog
{
    public async Task<long?> ClaimAsync(
        string consumer, string holder, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO consumers (name, cursor) VALUES ({consumer}, 0) ON CONFLICT (name) DO NOTHING", cancellation);
        var free = await db.Set<ConsumerRow>()
            .Where(row => row.Name == consumer && (row.HeldUntil == null || row.HeldUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Holder, holder).SetProperty(one => one.HeldUntil, heldUntil), cancellation) == 1;
        return free
            ? await db.Set<ConsumerRow>().Where(row => row.Name == consumer).Select(row => (long?)row.Cursor).SingleAsync(cancellation)
            : null;
    }

    public async Task<bool> RenewAsync(string consumer, string holder, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Set<ConsumerRow>().Where(row => row.Name == consumer && row.Holder == holder)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.HeldUntil, heldUntil), cancellation) == 1;
    }

    public async Task ReleaseAsync(string consumer, string holder, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<ConsumerRow>().Where(row => row.Name == consumer && row.Holder == holder).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Holder, (string?)null).SetProperty(one => one.HeldUntil, (DateTimeOffset?)null), cancellation);
    }

    public async Task<IReadOnlyList<ChangedIssue>> ReadAsync(long after, int atMost, CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<IssueChangeRow>().AsNoTracking().Where(row => row.Number > after)
            .OrderBy(row => row.Number).Take(atMost)
            .Select(row => new ChangedIssue(row.Number, row.IssueId, row.Change, row.At)).ToListAsync(cancellation);
    }

    public async Task<bool> AdvanceAsync(string consumer, string holder, long number, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Set<ConsumerRow>().Where(row => row.Name == consumer && row.Holder == holder && row.Cursor <= number)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Cursor, number), cancellation) == 1;
    }

    public async Task<IReadOnlyList<ParkedChange>> ParkedAsync(string consumer, bool setAside, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<ParkedRow>().AsNoTracking()
            .Where(row => row.Consumer == consumer && (setAside ? row.NextAt == null : row.NextAt != null))
            .OrderBy(row => row.Number).ToListAsync(cancellation);
        return [.. rows.Select(row => new ParkedChange(new(row.Number, row.IssueId, row.Change, row.At), row.Attempts, row.NextAt, row.Reason))];
    }

    public async Task ParkAsync(string consumer, ParkedChange change, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var (number, issueId, kind, at) = change.Change;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO parked_changes (consumer, number, issue_id, change, at, attempts, next_at, reason)
            VALUES ({consumer}, {number}, {issueId}, {kind.ToString()}, {at.UtcDateTime}, {change.Attempts}, {change.NextAt?.UtcDateTime}, {change.Reason})
            ON CONFLICT (consumer, number) DO UPDATE SET attempts = excluded.attempts, next_at = excluded.next_at, reason = excluded.reason
            """,
            cancellation);
    }

    public async Task UnparkAsync(string consumer, long number, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<ParkedRow>().Where(row => row.Consumer == consumer && row.Number == number).ExecuteDeleteAsync(cancellation);
    }
}
