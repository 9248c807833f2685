using Helm.Operations.Delivery;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Inbox;

/// <summary>Keeps messages; each step is one conditional statement, so that of two hosts one gets its way.</summary>
internal sealed class InboxStore(DbSource source) : IInbox
{
    public async Task<bool> TryAddAsync(InboxMessage message, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox (key, door, body, received_at, holder, held_until, attempts)
            VALUES ({message.Key}, {message.Door}, {message.Body}, {message.ReceivedAt.UtcDateTime}, {message.Holder}, {message.HeldUntil.UtcDateTime}, {message.Attempts})
            ON CONFLICT (key) DO NOTHING
            """,
            cancellation) == 1;
    }

    public async Task CompleteAsync(string key, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<InboxRow>().Where(row => row.Key == key).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Holder, (string?)null).SetProperty(one => one.HeldUntil, (DateTimeOffset?)null)
                .SetProperty(one => one.Body, ""), // what was said is not kept longer than it takes to answer
            cancellation);
    }

    public async Task ReleaseAsync(string holder, CancellationToken cancellation)
    {
        await using var db = source.Open();
        await db.Set<InboxRow>().Where(row => row.Holder == holder && row.HeldUntil != null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.HeldUntil, DateTimeOffset.UnixEpoch), cancellation);
    }

    public async Task<IReadOnlyList<InboxMessage>> TakeAsync(
        string door, string holder, DateTimeOffset now, DateTimeOffset heldUntil, int atMost, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var free = await db.Set<InboxRow>().AsNoTracking()
            .Where(row => row.Door == door && row.HeldUntil != null && row.HeldUntil < now)
            .OrderBy(row => row.ReceivedAt).Take(atMost).ToListAsync(cancellation);
        var taken = new List<InboxMessage>();
        foreach (var row in free)
        {
            if (await db.Set<InboxRow>().Where(one => one.Key == row.Key && one.HeldUntil == row.HeldUntil).ExecuteUpdateAsync(
                one => one.SetProperty(it => it.Holder, holder).SetProperty(it => it.HeldUntil, heldUntil)
                    .SetProperty(it => it.Attempts, row.Attempts + 1),
                cancellation) == 1)
            {
                taken.Add(new(row.Key, row.Door, row.Body, row.ReceivedAt) { Holder = holder, HeldUntil = heldUntil, Attempts = row.Attempts + 1 });
            }
        }

        return taken;
    }

    public async Task<int> PurgeAsync(string door, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<InboxRow>().Where(row => row.Door == door && row.HeldUntil == null && row.ReceivedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
