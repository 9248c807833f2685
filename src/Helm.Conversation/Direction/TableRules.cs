using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>The rules as the intent table states them.</summary>
internal sealed class TableRules(IntentTable table) : IIntentRules
{
    /// <summary>What is no request has no file in the table and needs nothing but a known person.</summary>
    private static readonly IntentRule NoRequest = new(Role.Viewer, []);

    public IntentRule? Find(Command command) => table.Find(command.Intent) switch
    {
        { } known => new(
            known.Changes && !known.ChangesBy(command.Entities) ? Role.Viewer : Enum.Parse<Role>(known.Role, ignoreCase: true),
            [.. known.Slots.Where(slot => slot.Value.Required).Select(slot => slot.Key)]),
        null => command.Intent == IntentNames.OutOfScope ? NoRequest : null,
    };
}
