using Helm.Operations.Transactions;
using Helm.Storage.Database;

namespace Helm.Storage.Issues;

/// <summary>Transactions over several stores; they take the same gate as all that changes issues, so they cannot deadlock with it.</summary>
internal sealed class StoreTransactions(DbSource source) : ITransactions
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (source.IsTogether)
        {
            return await work(cancellation);
        }

        await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
        var result = await source.TogetherAsync(transaction.Db, () => work(cancellation));
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
