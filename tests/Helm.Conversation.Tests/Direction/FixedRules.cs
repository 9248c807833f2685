using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Rules as in the intent table, as far as a test needs them.</summary>
internal sealed class FixedRules : IIntentRules
{
    public IntentRule? Find(Command command) => command.Intent switch
    {
        IntentNames.Remediate => new(Role.Operator, []),
        IntentNames.Investigate => new(Role.Viewer, [Slots.IssueId]),
        _ => new(Role.Viewer, []),
    };
}
