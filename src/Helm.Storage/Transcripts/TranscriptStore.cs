using System.Data.Common;
using Helm.Operations.Delivery;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Transcripts;

/// <summary>Keeps what was said.</summary>
/// <remarks>
/// A number is at least the time in milliseconds, so that it is higher than any that a client remembers, even of a conversation
/// that was forgotten meanwhile. Of two that are added at once one finds its number taken and tries again, so the numbers
/// appear in their order and a client that has seen one never misses an earlier one.
/// </remarks>
internal sealed class TranscriptStore(DbSource source) : ITranscripts
{
    private const int MostAttempts = 20;

    public async Task<bool> TryAddAsync(TranscriptEntry entry, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            await using var db = source.Open();
            var least = entry.At.ToUnixTimeMilliseconds();
            var added = await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO transcripts (conversation, number, place, id, body, at)
                SELECT {entry.Conversation}, next.number, next.number, {entry.Id}, {entry.Body}, {entry.At.UtcDateTime}
                FROM (SELECT CASE WHEN COALESCE(MAX(number), 0) < {least} THEN {least} ELSE MAX(number) + 1 END AS number
                      FROM transcripts WHERE conversation = {entry.Conversation}) AS next
                WHERE next.number > 0
                ON CONFLICT DO NOTHING
                """,
                cancellation);
            if (added == 1 || await db.Set<TranscriptRow>().AnyAsync(row => row.Conversation == entry.Conversation && row.Id == entry.Id, cancellation))
            {
                return added == 1;
            }
        }

        throw new InvalidOperationException($"Others were faster {MostAttempts} times in the conversation {entry.Conversation}.");
    }

    public async Task<bool> ReplaceAsync(TranscriptEntry entry, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RenumberAsync(entry, cancellation) == 1;
            }
            catch (DbException) when (attempt < MostAttempts)
            {
                // Its number was taken in the meantime.
            }
        }
    }

    public async Task<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversation, long after, int atMost, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<TranscriptRow>().AsNoTracking()
            .Where(row => row.Conversation == conversation && row.Number > after)
            .OrderBy(row => row.Number).Take(atMost).ToListAsync(cancellation);
        return [.. rows.Select(row => new TranscriptEntry(row.Conversation, row.Id, row.Body, row.At) { Number = row.Number, Place = row.Place })];
    }

    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var talking = db.Set<TranscriptRow>().Where(row => row.At >= before).Select(row => row.Conversation);
        return await db.Set<TranscriptRow>().Where(row => !talking.Contains(row.Conversation)).ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> RenumberAsync(TranscriptEntry entry, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var least = entry.At.ToUnixTimeMilliseconds();
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE transcripts SET body = {entry.Body}, at = {entry.At.UtcDateTime}, number =
                (SELECT CASE WHEN MAX(number) < {least} THEN {least} ELSE MAX(number) + 1 END FROM transcripts WHERE conversation = {entry.Conversation})
            WHERE conversation = {entry.Conversation} AND id = {entry.Id}
            """,
            cancellation);
    }
}
