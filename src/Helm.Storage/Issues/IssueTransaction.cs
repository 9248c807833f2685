using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helm.Storage.Issues;

/// <summary>A transaction that changes issues; these run one after the other, on all hosts.</summary>
/// <remarks>
/// SQLite serialises writers by itself. On PostgreSQL the first statement takes the row of the change counter, so ids
/// have no gaps, changes are numbered in the order of their commits, and nothing can deadlock.
/// </remarks>
internal sealed class IssueTransaction : IAsyncDisposable
{
    /// <summary>Null within another transaction, which then decides.</summary>
    private readonly IDbContextTransaction? _transaction;

    private readonly DbSource.Writing _writing;

    private IssueTransaction(HelmDb db, IDbContextTransaction? transaction, DbSource.Writing writing)
    {
        _writing = writing;
        Db = db;
        _transaction = transaction;
    }

    public HelmDb Db { get; }

    public static async Task<IssueTransaction> BeginAsync(DbSource source, CancellationToken cancellation)
    {
        var writing = await source.WriteAsync(cancellation);
        var db = source.Open();
        try
        {
            if (source.IsTogether)
            {
                return new(db, null, writing);
            }

            var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.Database.ExecuteSqlAsync(
                $"UPDATE sequences SET last = last WHERE name = {SequenceRow.Changes}", cancellation);
            return new(db, transaction, writing);
        }
        catch
        {
            await db.DisposeAsync();
            writing.Dispose();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Db.SaveChangesAsync(cancellation);
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_transaction is not null)
            {
                await _transaction.DisposeAsync();
            }

            await Db.DisposeAsync();
        }
        finally
        {
            _writing.Dispose();
        }
    }
}
