using System.Globalization;
using Helm.Operations.Promises;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Promises;

/// <summary>Keeps promises; their ids are those of their rows.</summary>
internal sealed class PromiseStore(DbSource source) : IPromiseStore
{
    private const string Prefix = "promise-";

    public async Task<(Promise Promise, bool IsNew)> AddAsync(Promise promise, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var same = await db.Set<PromiseRow>().AsNoTracking().FirstOrDefaultAsync(
            row => row.EndedAt == null && row.Conversation == promise.Conversation && row.PersonId == promise.PersonId
                && row.IssueId == promise.IssueId && row.Environment == promise.Environment && row.Resource == promise.Resource,
            cancellation);
        if (same is not null)
        {
            return (Read(same), false);
        }

        var added = new PromiseRow
        {
            Conversation = promise.Conversation,
            PersonId = promise.PersonId,
            Person = promise.Person,
            IssueId = promise.IssueId,
            Environment = promise.Environment,
            Resource = promise.Resource,
            MadeAt = promise.MadeAt,
        };
        db.Add(added);
        await db.SaveChangesAsync(cancellation);
        return (Read(added), true);
    }

    public async Task<IReadOnlyList<Promise>> OpenAsync(string? conversation, string? personId, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = db.Set<PromiseRow>().AsNoTracking().Where(row => row.EndedAt == null);
        if (conversation is not null)
        {
            rows = rows.Where(row => row.Conversation == conversation);
        }

        if (personId is not null)
        {
            rows = rows.Where(row => row.PersonId == personId);
        }

        return [.. (await rows.OrderBy(row => row.Id).ToListAsync(cancellation)).Select(Read)];
    }

    public async Task<bool> EndAsync(string promiseId, PromiseEnding ending, DateTimeOffset at, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return promiseId.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(promiseId.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await db.Set<PromiseRow>().Where(row => row.Id == id && row.EndedAt == null).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.EndedAt, at).SetProperty(one => one.Ending, ending), cancellation) == 1;
    }

    private static Promise Read(PromiseRow row) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{row.Id}"),
        Conversation = row.Conversation,
        PersonId = row.PersonId,
        Person = row.Person,
        IssueId = row.IssueId,
        Environment = row.Environment,
        Resource = row.Resource,
        MadeAt = row.MadeAt,
        EndedAt = row.EndedAt,
        Ending = row.Ending,
    };
}
