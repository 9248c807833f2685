using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>All that is remembered of one conversation; bounded, and kept across restarts.</summary>
public sealed record ConversationState
{
    public required string ConversationId { get; init; }

    public TurnContext Context { get; init; } = TurnContext.Empty;

    public Question? Pending { get; init; }

    /// <summary>The person who was asked; nobody else's bare answer counts.</summary>
    public string? PendingFor { get; init; }

    /// <summary>The command that waits for the answer.</summary>
    public Command? PendingCommand { get; init; }

    public Reply? LastReply { get; init; }

    /// <summary>Counts the turns; a save with an old number is refused, so there is one turn at a time.</summary>
    public int Version { get; init; }
}

/// <summary>Keeps conversations.</summary>
public interface IConversationStore
{
    /// <summary>A fresh state when the conversation is new.</summary>
    Task<ConversationState> LoadAsync(string conversationId, CancellationToken cancellation);

    /// <summary>False when another turn was saved meanwhile; nothing is written then.</summary>
    Task<bool> SaveAsync(ConversationState state, CancellationToken cancellation);
}
