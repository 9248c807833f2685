using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The names and times in a sentence whose pattern is not known, for the slots of an intent.</summary>
internal static class SaidEntities
{
    /// <summary>What is preferred where the same words could be several things.</summary>
    private static readonly string[] Kinds =
    [
        SlotKinds.IssueId, SlotKinds.TimeRange, SlotKinds.Duration, SlotKinds.Metric, SlotKinds.Resource, SlotKinds.Environment,
        SlotKinds.Severity, SlotKinds.AuditType, SlotKinds.LogLevel, SlotKinds.Domain, SlotKinds.Ordinal, SlotKinds.Number,
    ];

    /// <summary>Two of these are no contradiction: most words of this kind mean nothing by themselves.</summary>
    private static readonly string[] Weak = [SlotKinds.Ordinal, SlotKinds.Number];

    /// <summary>Longer readings first; null when two of them want one slot, since only one can be meant.</summary>
    /// <param name="taken">Words that fill another slot already.</param>
    public static List<(string Slot, Edge Edge)>? Find(IntentDefinition intent, Lattice lattice, IReadOnlyList<TaggedSlot> taken)
    {
        var chosen = new List<(string Slot, Edge Edge)>();
        foreach (var (slot, edge) in Candidates(intent, lattice))
        {
            if (chosen.Any(other => other.Edge.Start < edge.End && edge.Start < other.Edge.End) || taken.Any(other => other.Start < edge.End && edge.Start < other.End))
            {
                continue;
            }

            if (chosen.Any(other => other.Slot == slot && !Equals(other.Edge.Value, edge.Value)))
            {
                if (Weak.Contains(SlotKinds.Name(edge.Symbol)))
                {
                    continue;
                }

                return null;
            }

            chosen.Add((slot, edge));
        }

        return [.. chosen.DistinctBy(entry => entry.Slot).OrderBy(entry => entry.Slot == SlotKinds.Environment ? 0 : 1)];
    }

    private static IEnumerable<(string Slot, Edge Edge)> Candidates(IntentDefinition intent, Lattice lattice) =>
        from place in Enumerable.Range(0, lattice.Length)
        from edge in lattice.From(place)
        where edge.Value is not null && !(edge.Value is 1 && SlotKinds.Name(edge.Symbol) == SlotKinds.Number)
        let kind = Array.IndexOf(Kinds, SlotKinds.Name(edge.Symbol))
        where kind >= 0
        from slot in intent.Slots
        where slot.Value.Kind == Kinds[kind]
        orderby edge.End - edge.Start descending, edge.Cost, kind
        select (slot.Key, edge);
}
