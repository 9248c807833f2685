using Helm.Operations.Delivery;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Outbox;

/// <summary>Keeps where messages stand that can be put anew.</summary>
internal sealed class SentMessages(DbSource source) : ISentMessages
{
    public async Task AddAsync(SentMessage message, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sent_messages (channel, place, message_id, subject, address, shown, at)
            VALUES ({message.Channel}, {message.Place}, {message.Id}, {message.Subject}, {message.Address}, {message.Shown}, {message.At.UtcDateTime})
            ON CONFLICT (channel, place, message_id) DO UPDATE SET subject = excluded.subject, address = excluded.address, shown = excluded.shown
            """,
            cancellation);
    }

    public async Task<IReadOnlyList<SentMessage>> ListAsync(string subject, int top, CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<SentMessageRow>().AsNoTracking().Where(row => row.Subject == subject)
            .OrderByDescending(row => row.At).Take(top)
            .Select(row => new SentMessage(row.Channel, row.Place, row.MessageId, row.Subject, row.Address, row.Shown, row.At)).ToListAsync(cancellation);
    }

    public async Task RemoveAsync(string channel, string place, string id, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<SentMessageRow>().Where(row => row.Channel == channel && row.Place == place && row.MessageId == id).ExecuteDeleteAsync(cancellation);
    }
}
