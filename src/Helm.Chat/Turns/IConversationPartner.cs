using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Turns;
using Helm.Operations.People;

namespace Helm.Chat.Turns;

/// <summary>Who answers; the door knows neither intents nor wording.</summary>
public interface IConversationPartner
{
    Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation);

    /// <summary>The first words in a new conversation.</summary>
    Task<Reply> WelcomeAsync(string conversationId, Person person, CancellationToken cancellation);

    /// <summary>A button under a proposal was pressed, by whoever it was.</summary>
    Task<Reply> DecideAsync(PlanDecision decision, Person person, CancellationToken cancellation);

    /// <summary>How a plan stands now, for whoever looks at it.</summary>
    Task<Reply> ReviewAsync(string planId, Person person, CancellationToken cancellation);
}
