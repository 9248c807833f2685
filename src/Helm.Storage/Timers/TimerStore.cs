using Helm.Operations.Timers;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Timers;

/// <summary>Keeps timers; a timer that is set anew has no holder, so whoever held the old one cannot remove it.</summary>
internal sealed class TimerStore(DbSource source) : ITimerStore
{
    public async Task SetAsync(DueTimer timer, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var due = timer.DueAt.UtcDateTime;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO timers (key, kind, due_at, next_at, payload, attempts)
            VALUES ({timer.Key}, {timer.Kind}, {due}, {due}, {timer.Payload}, 0)
            ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, due_at = excluded.due_at, next_at = excluded.next_at,
                payload = excluded.payload, attempts = 0, holder = NULL, held_until = NULL, reason = NULL
            """,
            cancellation);
    }

    public async Task<bool> CancelAsync(string key, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Set<TimerRow>().Where(row => row.Key == key).ExecuteDeleteAsync(cancellation) == 1;
    }

    public async Task<IReadOnlyList<TakenTimer>> TakeAsync(
        string kind, string holder, DateTimeOffset now, DateTimeOffset heldUntil, int atMost, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var due = await db.Set<TimerRow>().AsNoTracking()
            .Where(row => row.Kind == kind && row.NextAt <= now && (row.HeldUntil == null || row.HeldUntil < now))
            .OrderBy(row => row.DueAt).Take(atMost).ToListAsync(cancellation);
        var taken = new List<TakenTimer>();
        foreach (var row in due)
        {
            if (await HoldAsync(db, row, holder, now, heldUntil, cancellation))
            {
                taken.Add(new(TimerOf(row), row.Attempts + 1));
            }
        }

        return taken;
    }

    public async Task RenewAsync(string holder, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<TimerRow>().Where(row => row.Holder == holder)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.HeldUntil, heldUntil), cancellation);
    }

    public async Task DoneAsync(string key, string holder, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<TimerRow>().Where(row => row.Key == key && row.Holder == holder).ExecuteDeleteAsync(cancellation);
    }

    public async Task FailedAsync(string key, string holder, string reason, DateTimeOffset? next, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<TimerRow>().Where(row => row.Key == key && row.Holder == holder).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.NextAt, next)
                .SetProperty(one => one.Reason, reason)
                .SetProperty(one => one.Holder, (string?)null)
                .SetProperty(one => one.HeldUntil, (DateTimeOffset?)null),
            cancellation);
    }

    public async Task<IReadOnlyList<SetAsideTimer>> SetAsideAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<TimerRow>().AsNoTracking().Where(row => row.NextAt == null).OrderBy(row => row.DueAt).ToListAsync(cancellation);
        return [.. rows.Select(row => new SetAsideTimer(TimerOf(row), row.Attempts, row.Reason ?? ""))];
    }

    private static DueTimer TimerOf(TimerRow row) => new(row.Key, row.DueAt, row.Kind, row.Payload);

    private async Task<bool> HoldAsync(
        HelmDb db, TimerRow row, string holder, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        return await db.Set<TimerRow>()
            .Where(one => one.Key == row.Key && one.DueAt == row.DueAt && one.NextAt <= now && (one.HeldUntil == null || one.HeldUntil < now))
            .ExecuteUpdateAsync(
                one => one.SetProperty(it => it.Holder, holder).SetProperty(it => it.HeldUntil, heldUntil).SetProperty(it => it.Attempts, it => it.Attempts + 1),
                cancellation) == 1;
    }
}
