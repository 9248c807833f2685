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
        SlotKinds.Severity, SlotKinds.AuditType, SlotKinds.LogLevel, SlotKinds.Target, SlotKinds.Domain, SlotKinds.Ordinal, SlotKinds.Number,
    ];

    private static readonly int HeadSymbol = SlotKinds.Symbol(SlotKinds.Head);
    private static readonly int TimeSymbol = SlotKinds.Symbol(SlotKinds.TimeRange);

    /// <summary>Two of these are no contradiction: most words of this kind mean nothing by themselves.</summary>
    private static readonly string[] Weak = [SlotKinds.Ordinal, SlotKinds.Number];

    /// <summary>Longer readings first; null when two of them want one slot, since only one can be meant.</summary>
    /// <param name="taken">Words that fill another slot already.</param>
    /// <param name="denied">Where a value begins that is said not to be meant: "not prod".</param>
    public static List<(string Slot, Edge Edge)>? Find(IntentDefinition intent, Lattice lattice, IReadOnlyList<TaggedSlot> taken, IReadOnlySet<int> denied)
    {
        var chosen = new List<(string Slot, Edge Edge)>();
        foreach (var (slot, edge) in Candidates(intent, lattice).Where(candidate => IsFree(candidate.Edge)))
        {
            var rival = chosen.FindIndex(other => other.Slot == slot && !Equals(other.Edge.Value, edge.Value));
            if (rival < 0)
            {
                chosen.Add((slot, edge));
            }
            else if (!IsSettled(edge, chosen, rival))
            {
                return null;
            }
        }

        return [.. chosen.DistinctBy(entry => entry.Slot).OrderBy(entry => entry.Slot == SlotKinds.Environment ? 0 : 1)];

        bool IsFree(Edge edge) => !denied.Contains(edge.Start) && !chosen.Any(other => Meet(other.Edge.Start, other.Edge.End, edge)) && !taken.Any(other => Meet(other.Start, other.End, edge));
    }

    private static bool Meet(int start, int end, Edge edge) => start < edge.End && edge.Start < end;

    /// <summary>A name goes before a kind: "how often does the cdn hit its cache". Of counts the last is meant: "from three to five".</summary>
    private static bool IsSettled(Edge edge, List<(string Slot, Edge Edge)> chosen, int rival)
    {
        if (edge.Cost > chosen[rival].Edge.Cost)
        {
            return true;
        }

        if (Weak.Contains(SlotKinds.Name(edge.Symbol)) && chosen[rival].Edge.Start < edge.Start)
        {
            chosen[rival] = (chosen[rival].Slot, edge);
        }

        return Weak.Contains(SlotKinds.Name(edge.Symbol));
    }

    /// <summary>"An hour" is how long, where something lasts, and not since when.</summary>
    private static bool IsLength(Edge edge, IntentDefinition intent) =>
        SlotKinds.Name(edge.Symbol) == SlotKinds.TimeRange && edge.Value is string and ['P', ..]
        && intent.Name != IntentNames.Correction && intent.Slots.Any(slot => slot.Value.Kind == SlotKinds.Duration);

    /// <summary>"One" is hardly ever a number, but before what can be counted: "one pod".</summary>
    private static bool IsCounted(Edge edge, Lattice lattice) =>
        edge.End < lattice.Length && lattice.From(edge.End).Any(next => next.Symbol == HeadSymbol && next.Cost == 0);

    /// <summary>"The last" of "the last hour" is no place in a list, whether or not the intent asks for a time.</summary>
    private static bool IsOfTime(Edge edge, Lattice lattice) =>
        SlotKinds.Name(edge.Symbol) == SlotKinds.Ordinal
        && Enumerable.Range(0, edge.Start + 1).SelectMany(lattice.From).Any(time => time.Symbol == TimeSymbol && time.Value is not null && time.End > edge.End);

    /// <summary>"Database" in "the billing database" only says what billing is.</summary>
    private static bool IsHead(Edge edge, Lattice lattice) =>
        SlotKinds.Name(edge.Symbol) == SlotKinds.Resource
        && edge.Start > 0
        && lattice.From(edge.Start).Any(head => head.Symbol == HeadSymbol && head.End == edge.End)
        && Enumerable.Range(0, edge.Start).SelectMany(lattice.From).Any(name => name.Symbol == edge.Symbol && name.End == edge.Start && name.Cost == 0 && name.Value is not (null or Entities.Missing));

    private static IEnumerable<(string Slot, Edge Edge)> Candidates(IntentDefinition intent, Lattice lattice) =>
        from place in Enumerable.Range(0, lattice.Length)
        from edge in lattice.From(place)
        where edge.Value is not null && (edge.Value is not 1 || SlotKinds.Name(edge.Symbol) != SlotKinds.Number || IsCounted(edge, lattice))
        let kind = Array.IndexOf(Kinds, SlotKinds.Name(edge.Symbol))
        where kind >= 0 && !IsOfTime(edge, lattice) && !IsHead(edge, lattice)
        from slot in intent.Slots
        where slot.Value.Kind == Kinds[kind] && !IsLength(edge, intent)
        orderby edge.End - edge.Start descending, edge.Cost, kind
        select (slot.Key, edge);
}
