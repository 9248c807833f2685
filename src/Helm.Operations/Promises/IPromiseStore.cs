namespace Helm.Operations.Promises;

/// <summary>Keeps promises; each call is part of the transaction that it is made in.</summary>
public interface IPromiseStore
{
    /// <summary>Gives it its id. The one that is open already, when it is the same.</summary>
    Task<(Promise Promise, bool IsNew)> AddAsync(Promise promise, CancellationToken cancellation);

    /// <summary>Those that are open, the oldest first; of one person in one conversation, or all.</summary>
    Task<IReadOnlyList<Promise>> OpenAsync(string? conversation, string? personId, CancellationToken cancellation);

    /// <summary>False when it is over already: whoever gets true tells it.</summary>
    Task<bool> EndAsync(string promiseId, PromiseEnding ending, DateTimeOffset at, CancellationToken cancellation);
}
