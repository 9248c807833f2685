using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>Knows what an intent needs before it may be carried out.</summary>
public interface IIntentRules
{
    /// <summary>Null for an intent that the table does not have.</summary>
    IntentRule? Find(Command command);
}

/// <summary>What an intent needs.</summary>
/// <param name="Role">The least role that may ask for it.</param>
/// <param name="Required">The slots that must be filled, in the order of asking.</param>
public sealed record IntentRule(Role Role, IReadOnlyList<string> Required);
