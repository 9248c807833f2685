namespace Helm.Operations.Escalation;

/// <summary>Where developers keep their work: GitHub, Jira.</summary>
public interface IWorkItemTracker
{
    /// <summary>The item that carries a marker; null when there is none. So nothing is created twice.</summary>
    Task<TrackedItem?> FindAsync(string marker, CancellationToken cancellation);

    Task<TrackedItem> CreateAsync(WorkItem item, CancellationToken cancellation);

    /// <summary>Null when it is gone.</summary>
    Task<TrackedItem?> LookAsync(string url, CancellationToken cancellation);

    Task CommentAsync(string url, string text, CancellationToken cancellation);

    /// <summary>Opens a closed item again, with the reason as comment.</summary>
    Task ReopenAsync(string url, string reason, CancellationToken cancellation);
}

/// <summary>What developers get; everything from outside in it is redacted and inert.</summary>
/// <param name="Marker">Hidden in the body; the same escalation has the same.</param>
public sealed record WorkItem(
    string Marker, string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);

/// <summary>A work item as the tracker has it.</summary>
public sealed record TrackedItem(string Url, bool IsClosed);

/// <summary>The tracker did not take a request.</summary>
/// <param name="message">Why, in words for people.</param>
/// <param name="isFinal">It will never be taken as it is.</param>
/// <param name="wait">How long the tracker wants to be left alone.</param>
public sealed class TrackerException(string message, bool isFinal, TimeSpan? wait = null) : Exception(message)
{
    public bool IsFinal { get; } = isFinal;

    public TimeSpan? Wait { get; } = wait;
}
