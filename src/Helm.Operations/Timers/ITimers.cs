namespace Helm.Operations.Timers;

/// <summary>Things to do later, as rows: they survive restarts, and of several hosts one does each.</summary>
public interface ITimers
{
    /// <summary>Sets a timer, or sets the one of the same key anew. Part of the transaction that it is called in.</summary>
    Task SetAsync(DueTimer timer, CancellationToken cancellation);

    /// <summary>False when there is no such timer (any more).</summary>
    Task<bool> CancelAsync(string key, CancellationToken cancellation);
}

/// <summary>Something to do later.</summary>
/// <param name="Key">Unique: <c>verify/rem-001</c>; at most 200 characters.</param>
/// <param name="Kind">Which <see cref="ITimerHandler"/> does it.</param>
/// <param name="Payload">What that handler needs to know, as it likes to write it.</param>
public sealed record DueTimer(string Key, DateTimeOffset DueAt, string Kind, string Payload = "");

/// <summary>Does what timers of one kind are set for.</summary>
public interface ITimerHandler
{
    string Kind { get; }

    /// <summary>
    /// Called once by one host; again only when that host was killed meanwhile, or when it threw: then a few times more,
    /// later and later. It may set its own key again, which is a new timer.
    /// </summary>
    Task HandleAsync(DueTimer timer, CancellationToken cancellation);
}

/// <summary>Keeps timers, and hands out those that are due.</summary>
public interface ITimerStore : ITimers
{
    /// <summary>Takes what is due and not held, the longest due first.</summary>
    Task<IReadOnlyList<TakenTimer>> TakeAsync(string kind, string holder, DateTimeOffset now, DateTimeOffset heldUntil, int atMost, CancellationToken cancellation);

    Task RenewAsync(string holder, DateTimeOffset heldUntil, CancellationToken cancellation);

    /// <summary>Removes a timer that was done, unless it was set anew meanwhile.</summary>
    Task DoneAsync(string key, string holder, CancellationToken cancellation);

    /// <summary>Lets go of a timer that failed; without a next time it is set aside for a person to look at.</summary>
    Task FailedAsync(string key, string holder, string reason, DateTimeOffset? next, CancellationToken cancellation);

    /// <summary>What was set aside, with its reason.</summary>
    Task<IReadOnlyList<SetAsideTimer>> SetAsideAsync(CancellationToken cancellation);
}

/// <summary>A timer that this host has taken.</summary>
/// <param name="Attempts">This one included.</param>
public sealed record TakenTimer(DueTimer Timer, int Attempts);

/// <summary>A timer that failed too often.</summary>
public sealed record SetAsideTimer(DueTimer Timer, int Attempts, string Reason);
