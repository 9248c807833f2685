using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>Where a command came from, as far as it matters to what it may do.</summary>
/// <param name="Conversation">With its door: <c>slack:C1</c>; null outside any.</param>
/// <param name="Spoken">It came through a microphone, or from a caller who says so.</param>
/// <param name="Heard">How well; null for what was typed or pressed.</param>
public sealed record Origin(string? Conversation = null, bool Spoken = false, Hearing? Heard = null)
{
    /// <summary>A pressed button of an authenticated person: it carries its command ready made.</summary>
    public static Origin Button { get; } = new() { IsButton = true };

    public bool IsButton { get; init; }
}
