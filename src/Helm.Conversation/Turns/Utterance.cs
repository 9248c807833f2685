using Helm.Operations.People;

namespace Helm.Conversation.Turns;

/// <summary>Something said to Helm.</summary>
/// <param name="Text">As heard or typed.</param>
/// <param name="ConversationId">Prefixed by the door: <c>emulator:c1</c>.</param>
public sealed record Utterance(string Text, string ConversationId, Person Person, Channel Channel)
{
    /// <summary>From an audio door; null for what was typed.</summary>
    public Hearing? Heard { get; init; }
}

/// <summary>Which wording suits the listener.</summary>
public enum Channel
{
    Chat,
    Voice,
}
