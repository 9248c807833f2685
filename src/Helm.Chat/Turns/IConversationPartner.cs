using Helm.Conversation.Turns;
using Helm.Operations.People;

namespace Helm.Chat.Turns;

/// <summary>Who answers; the door knows neither intents nor wording.</summary>
public interface IConversationPartner
{
    Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation);

    /// <summary>The first words in a new conversation.</summary>
    Task<Reply> WelcomeAsync(string conversationId, Person person, CancellationToken cancellation);
}
