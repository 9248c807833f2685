namespace Helm.Operations.Delivery;

/// <summary>Messages that must reach the outside, written together with the change that they tell of.</summary>
public interface IOutbox
{
    /// <summary>Part of the transaction that it is called in. False when a message of this key is known already.</summary>
    Task<bool> AddAsync(OutboxMessage message, CancellationToken cancellation);

    /// <summary>Takes back a message that was not sent yet; false when it was, or is being sent.</summary>
    Task<bool> WithdrawAsync(string key, CancellationToken cancellation);

    /// <summary>What the channel called the latest delivered message of a correlation at an address (a thread, a dedup key); null when there is none.</summary>
    Task<string?> ReferenceAsync(string channel, string address, string correlation, CancellationToken cancellation);
}

/// <summary>One message to the outside.</summary>
/// <param name="Key">Unique for ever, at most 200 characters: adding it twice sends it once.</param>
/// <param name="Channel">The <see cref="IDeliveryChannel.Name"/> that sends it.</param>
/// <param name="Address">Where to, as the channel understands it; messages to one address arrive in order.</param>
/// <param name="Kind">The wording of <c>dialogs/</c> that tells it: <c>alert.firing</c>.</param>
/// <param name="Body">The facts as JSON in snake case, not yet in words.</param>
/// <param name="NotBefore">Null for at once.</param>
/// <param name="Correlation">What it belongs to: the id of an issue or a plan.</param>
public sealed record OutboxMessage(
    string Key, string Channel, string Address, string Kind, string Body, DateTimeOffset? NotBefore = null, string? Correlation = null);

/// <summary>Keeps the outbox, and hands out what is to be sent.</summary>
public interface IOutboxStore : IOutbox
{
    /// <summary>Takes what may be sent now: of each address the oldest, unless somebody holds it.</summary>
    Task<IReadOnlyList<TakenMessage>> TakeAsync(string channel, string holder, DateTimeOffset now, DateTimeOffset heldUntil, int atMost, CancellationToken cancellation);

    Task RenewAsync(string holder, DateTimeOffset heldUntil, CancellationToken cancellation);

    Task DeliveredAsync(string key, string holder, DateTimeOffset at, string? reference, CancellationToken cancellation);

    /// <summary>To be sent again later; without a time it is a dead letter, kept with its reason.</summary>
    Task FailedAsync(string key, string holder, string reason, DateTimeOffset? next, CancellationToken cancellation);

    /// <summary>Makes dead letters of what waits for channels that are not among these since before a moment; says how many.</summary>
    Task<int> RefuseUnknownAsync(IReadOnlyCollection<string> channels, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<KeptMessage>> ListAsync(OutboxState? state, int top, CancellationToken cancellation);

    Task<OutboxCounts> CountAsync(CancellationToken cancellation);

    /// <summary>Tries a dead letter again; false when there is none of this key.</summary>
    Task<bool> ReviveAsync(string key, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Forgets what was delivered or given up before a moment; says how many.</summary>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>A message that this host has taken to send.</summary>
/// <param name="Attempts">This one included.</param>
public sealed record TakenMessage(OutboxMessage Message, int Attempts, DateTimeOffset AddedAt);

/// <summary>A message and what became of it.</summary>
public sealed record KeptMessage(
    OutboxMessage Message, OutboxState State, int Attempts, DateTimeOffset AddedAt, DateTimeOffset? SettledAt, string? Reference, string? Reason);

/// <summary>How many messages wait, and how many were given up.</summary>
public sealed record OutboxCounts(int Pending, int Dead, DateTimeOffset? OldestPending);

/// <summary>What became of a message.</summary>
public enum OutboxState
{
    Pending,
    Delivered,

    /// <summary>Given up: a dead letter.</summary>
    Dead,
}
