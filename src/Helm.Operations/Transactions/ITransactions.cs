namespace Helm.Operations.Transactions;

/// <summary>Lets several stores write together: a change, the message about it and the timer that follows from it.</summary>
public interface ITransactions
{
    /// <summary>
    /// All that the work writes through Helm's stores is committed when it ends, and nothing of it when it throws.
    /// Such works run one after the other on all hosts, so nothing may be waited for in them but the database, and
    /// their statements follow each other; a work within a work belongs to the outer one.
    /// </summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation);
}

/// <summary>Works without a result.</summary>
public static class TransactionWorks
{
    public static Task RunAsync(
        this ITransactions transactions, Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        transactions.RunAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            cancellation);
}
