namespace Helm.Operations.Changes;

/// <summary>The list of all changes of issues, and how far each consumer has come.</summary>
public interface IChangeLog
{
    /// <summary>The last number that the consumer has dealt with; null while another host is at it.</summary>
    Task<long?> ClaimAsync(string consumer, string holder, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellation);

    /// <summary>False when the claim was lost to another host.</summary>
    Task<bool> RenewAsync(string consumer, string holder, DateTimeOffset heldUntil, CancellationToken cancellation);

    Task ReleaseAsync(string consumer, string holder, CancellationToken cancellation);

    Task<IReadOnlyList<ChangedIssue>> ReadAsync(long after, int atMost, CancellationToken cancellation);

    /// <summary>Remembers that all up to this number is dealt with; false when the claim was lost to another host.</summary>
    Task<bool> AdvanceAsync(string consumer, string holder, long number, CancellationToken cancellation);

    /// <summary>What waits to be told again, in order; what was set aside only when asked for.</summary>
    Task<IReadOnlyList<ParkedChange>> ParkedAsync(string consumer, bool setAside, CancellationToken cancellation);

    /// <summary>Keeps a change for later, or keeps what became of its latest attempt.</summary>
    Task ParkAsync(string consumer, ParkedChange change, CancellationToken cancellation);

    Task UnparkAsync(string consumer, long number, CancellationToken cancellation);
}

/// <summary>A change that could not be dealt with yet.</summary>
/// <param name="NextAt">Null when it is set aside.</param>
/// <param name="Reason">Null when it only waits for an earlier change of its issue.</param>
public sealed record ParkedChange(ChangedIssue Change, int Attempts, DateTimeOffset? NextAt, string? Reason);
