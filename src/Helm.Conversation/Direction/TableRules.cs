using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>The rules as the intent table states them.</summary>
internal sealed class TableRules(IntentTable table) : IIntentRules
{
    /// <summary>What is no request has no file in the table and needs nothing but a known person.</summary>
    private static readonly IntentRule NoRequest = new(Role.Viewer, false, []);

    public IntentRule? Find(string intent) => table.Find(intent) switch
    {
        { } known => new(
            Enum.Parse<Role>(known.Role, ignoreCase: true),
            known.Changes,
            [.. known.Slots.Where(slot => slot.Value.Required).Select(slot => slot.Key)]),
        null => intent == IntentNames.OutOfScope ? NoRequest : null,
    };
}
