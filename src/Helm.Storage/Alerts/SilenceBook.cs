using System.Globalization;
using Helm.Operations.Alerts;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Alerts;

/// <summary>Keeps silences and maintenance windows.</summary>
internal sealed class SilenceBook(DbSource source, TimeProvider time)
{
    private const string Prefix = "silence-";

    public async Task<IReadOnlyList<Silence>> ListAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var rows = await db.Set<SilenceRow>().AsNoTracking().Where(row => row.EndedAt == null && row.Until > now)
            .OrderBy(row => row.Id).ToListAsync(cancellation);
        return [.. rows.Select(row => StoredJson.Read<Silence>(row.Document) with { Id = Id(row.Id) })];
    }

    public async Task<Silence> AddAsync(Silence silence, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var row = new SilenceRow { Until = silence.Until, Document = StoredJson.Write(silence) };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return silence with { Id = Id(row.Id) };
    }

    public async Task EndAsync(string silenceId, DateTimeOffset at, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        if (silenceId.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(silenceId.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            await db.Set<SilenceRow>().Where(row => row.Id == id && row.EndedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, at), cancellation);
        }
    }

    private static string Id(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");
}
