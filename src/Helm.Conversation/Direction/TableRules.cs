using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>The rules as the intent table states them.</summary>
internal sealed class TableRules(IntentTable table) : IIntentRules
{
    private readonly Dictionary<string, IntentRule> _rules = table.Intents.ToDictionary(
        intent => intent.Name,
        intent => new IntentRule(
            Enum.Parse<Role>(intent.Role, ignoreCase: true),
            intent.Changes,
            [.. intent.Slots.Where(slot => slot.Value.Required).Select(slot => slot.Key)]));

    /// <summary>What is no request has no file in the table and needs nothing but a known person.</summary>
    public IntentRule? Find(string intent) =>
        _rules.GetValueOrDefault(intent) ?? (intent == IntentNames.OutOfScope ? new IntentRule(Role.Viewer, false, []) : null);
}
