namespace Helm.Operations.Delivery;

/// <summary>Messages that were acknowledged and must not be lost; each is taken once.</summary>
/// <remarks>
/// Whoever works on a message holds it until a moment; when that passes without an answer, any host may take it.
/// So a message survives a crash, and two hosts on one database do not answer it twice.
/// </remarks>
public interface IInbox
{
    /// <summary>Keeps a message before it is acknowledged; false when its key is known already.</summary>
    Task<bool> TryAddAsync(InboxMessage message, CancellationToken cancellation);

    /// <summary>Marks a message as dealt with; its key stays known until it is purged.</summary>
    Task CompleteAsync(string key, CancellationToken cancellation);

    /// <summary>Lets go of everything that a holder of this name held in an earlier life.</summary>
    Task ReleaseAsync(string holder, CancellationToken cancellation);

    /// <summary>Takes what nobody holds of a door's messages at <paramref name="now"/>, oldest first, and counts one more attempt for each.</summary>
    Task<IReadOnlyList<InboxMessage>> TakeAsync(
        string door, string holder, DateTimeOffset now, DateTimeOffset heldUntil, int atMost, CancellationToken cancellation);

    /// <summary>Forgets what a door dealt with before a moment; returns how many.</summary>
    Task<int> PurgeAsync(string door, DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>One message that came in.</summary>
/// <param name="Key">Unique for the message, at most 100 characters.</param>
/// <param name="Door">Who understands the body: <c>bot-framework</c>.</param>
/// <param name="Body">As the door writes it.</param>
public sealed record InboxMessage(string Key, string Door, string Body, DateTimeOffset ReceivedAt)
{
    public required string Holder { get; init; }

    public required DateTimeOffset HeldUntil { get; init; }

    /// <summary>How often somebody has begun to answer it.</summary>
    public int Attempts { get; init; } = 1;
}
