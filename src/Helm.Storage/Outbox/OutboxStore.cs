using Helm.Operations.Delivery;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Outbox;

/// <summary>Keeps messages to the outside; each step is one conditional statement, so that of two hosts one gets its way.</summary>
internal sealed class OutboxStore(DbSource source, TimeProvider time) : IOutboxStore
{
    public async Task<bool> AddAsync(OutboxMessage message, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var now = time.GetUtcNow().UtcDateTime;
        var notBefore = message.NotBefore?.UtcDateTime ?? now;
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox (key, channel, address, kind, body, correlation, added_at, not_before, next_at, state, attempts)
            VALUES ({message.Key}, {message.Channel}, {message.Address}, {message.Kind}, {message.Body}, {message.Correlation}, {now}, {notBefore}, {notBefore}, 'Pending', 0)
            ON CONFLICT (key) DO NOTHING
            """,
            cancellation) == 1;
    }

    public async Task<bool> WithdrawAsync(string key, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var now = time.GetUtcNow();
        return await db.Set<OutboxRow>()
            .Where(row => row.Key == key && row.State == OutboxState.Pending && row.Attempts == 0 && (row.HeldUntil == null || row.HeldUntil < now))
            .ExecuteDeleteAsync(cancellation) == 1;
    }

    public async Task<string?> ReferenceAsync(string channel, string address, string correlation, CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<OutboxRow>()
            .Where(row => row.Correlation == correlation && row.Channel == channel && row.Address == address && row.Reference != null)
            .OrderByDescending(row => row.Id).Select(row => row.Reference).FirstOrDefaultAsync(cancellation);
    }

    public async Task<IReadOnlyList<TakenMessage>> TakeAsync(
        string channel, string holder, DateTimeOffset now, DateTimeOffset heldUntil, int atMost, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var begun = db.Set<OutboxRow>().Where(row => row.Channel == channel && row.State == OutboxState.Pending && row.NotBefore <= now);
        var free = await Free(db, now).AsNoTracking()
            .Where(row => row.Channel == channel && !begun.Any(earlier => earlier.Address == row.Address && earlier.Id < row.Id))
            .OrderBy(row => row.Id).Take(atMost).ToListAsync(cancellation);
        var taken = new List<TakenMessage>();
        foreach (var row in free)
        {
            if (await HoldAsync(db, row, holder, now, heldUntil, cancellation))
            {
                taken.Add(new(MessageOf(row), row.Attempts + 1, row.AddedAt));
            }
        }

        return taken;
    }

    public async Task RenewAsync(string holder, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<OutboxRow>().Where(row => row.Holder == holder && row.HeldUntil != null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.HeldUntil, heldUntil), cancellation);
    }

    public async Task DeliveredAsync(string key, string holder, DateTimeOffset at, string? reference, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await Held(db, key, holder).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, OutboxState.Delivered)
                .SetProperty(one => one.SettledAt, at)
                .SetProperty(one => one.Reference, reference)
                .SetProperty(one => one.Holder, (string?)null)
                .SetProperty(one => one.HeldUntil, (DateTimeOffset?)null),
            cancellation);
    }

    public async Task FailedAsync(string key, string holder, string reason, DateTimeOffset? next, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var (state, settled, at) = next is { } later ? (OutboxState.Pending, (DateTimeOffset?)null, later) : (OutboxState.Dead, now, now);
        await Held(db, key, holder).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, state)
                .SetProperty(one => one.SettledAt, settled)
                .SetProperty(one => one.NextAt, at)
                .SetProperty(one => one.Reason, reason)
                .SetProperty(one => one.Holder, (string?)null)
                .SetProperty(one => one.HeldUntil, (DateTimeOffset?)null),
            cancellation);
    }

    public async Task<int> RefuseUnknownAsync(IReadOnlyCollection<string> channels, DateTimeOffset before, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var known = channels.ToArray();
        var now = time.GetUtcNow();
        return await db.Set<OutboxRow>()
            .Where(row => row.State == OutboxState.Pending && row.NotBefore < before && !known.Contains(row.Channel))
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.State, OutboxState.Dead)
                    .SetProperty(one => one.SettledAt, now)
                    .SetProperty(one => one.Reason, "No channel of this name is configured."),
                cancellation);
    }

    public async Task<IReadOnlyList<KeptMessage>> ListAsync(OutboxState? state, int top, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<OutboxRow>().AsNoTracking().Where(row => state == null || row.State == state)
            .OrderByDescending(row => row.Id).Take(top).ToListAsync(cancellation);
        return [.. rows.Select(row => new KeptMessage(MessageOf(row), row.State, row.Attempts, row.AddedAt, row.SettledAt, row.Reference, row.Reason))];
    }

    public async Task<OutboxCounts> CountAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var due = db.Set<OutboxRow>().Where(row => row.State == OutboxState.Pending && row.NotBefore <= now);
        return new(
            await due.CountAsync(cancellation),
            await db.Set<OutboxRow>().CountAsync(row => row.State == OutboxState.Dead, cancellation),
            await due.MinAsync(row => (DateTimeOffset?)row.AddedAt, cancellation));
    }

    public async Task<bool> ReviveAsync(string key, DateTimeOffset now, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Set<OutboxRow>().Where(row => row.Key == key && row.State == OutboxState.Dead).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, OutboxState.Pending)
                .SetProperty(one => one.SettledAt, (DateTimeOffset?)null)
                .SetProperty(one => one.NextAt, now),
            cancellation) == 1;
    }

    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Set<OutboxRow>().Where(row => row.State != OutboxState.Pending && row.SettledAt < before).ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<OutboxRow> Free(HelmDb db, DateTimeOffset now) => db.Set<OutboxRow>()
        .Where(row => row.State == OutboxState.Pending && row.NextAt <= now && (row.HeldUntil == null || row.HeldUntil < now));

    private static IQueryable<OutboxRow> Held(HelmDb db, string key, string holder) =>
        db.Set<OutboxRow>().Where(row => row.Key == key && row.Holder == holder && row.State == OutboxState.Pending);

    private static OutboxMessage MessageOf(OutboxRow row) => new(
        row.Key, row.Channel, row.Address, row.Kind, row.Body, row.NotBefore > row.AddedAt ? row.NotBefore : null, row.Correlation);

    private async Task<bool> HoldAsync(
        HelmDb db, OutboxRow row, string holder, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        return await Free(db, now).Where(one => one.Id == row.Id).ExecuteUpdateAsync(
                one => one.SetProperty(it => it.Holder, holder).SetProperty(it => it.HeldUntil, heldUntil).SetProperty(it => it.Attempts, it => it.Attempts + 1),
                cancellation) == 1;
    }
}
