namespace Helm.Operations.Delivery;

/// <summary>What was said in conversations whose clients come and fetch it: numbered, so that whoever lost the line goes on where they were.</summary>
public interface ITranscripts
{
    /// <summary>Adds a message under its id; false when there is one of this id.</summary>
    Task<bool> TryAddAsync(TranscriptEntry entry, CancellationToken cancellation);

    /// <summary>Puts a message in the place of the one with its id, and numbers it anew so that everybody fetches it again; false when there is none.</summary>
    Task<bool> ReplaceAsync(TranscriptEntry entry, CancellationToken cancellation);

    /// <summary>What came after a number, in the order of their numbers.</summary>
    Task<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversation, long after, int atMost, CancellationToken cancellation);

    /// <summary>Forgets conversations in which nothing was said since a moment; says how many messages.</summary>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>One message of a conversation.</summary>
/// <param name="Id">Within the conversation, at most 100 characters.</param>
/// <param name="Body">As the door writes it.</param>
public sealed record TranscriptEntry(string Conversation, string Id, string Body, DateTimeOffset At)
{
    /// <summary>Grows with each message and each change of one; given by the store.</summary>
    public long Number { get; init; }

    /// <summary>Its first number: where it stands among the others, however often it is replaced.</summary>
    public long Place { get; init; }
}
