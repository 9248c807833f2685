using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Names of one kind in the place of one, "redis in staging and prod": the sentence is said once for each.</summary>
internal static class NamesInARow
{
    private static readonly int HeadSymbol = SlotKinds.Symbol(SlotKinds.Head);

    private static readonly int[] Kinds =
        [.. new[] { SlotKinds.Environment, SlotKinds.Domain, SlotKinds.Resource, SlotKinds.IssueId }.Select(SlotKinds.Symbol)];

    /// <summary>Empty where there is no such row.</summary>
    public static IReadOnlyList<string> Spread(Tokens words, Lattice lattice, WordLists lists)
    {
        var joints = lists.Joints.Select(joint => joint.Trim()).ToHashSet();
        if (!words.Words.Any(joints.Contains))
        {
            return [];
        }

        var row = Enumerable.Range(0, lattice.Length)
            .SelectMany(start => Kinds.Select(kind => Row(start, kind, words, lattice, joints)))
            .FirstOrDefault(found => found.Count > 1) ?? [];

        return [.. row.Select(name => string.Join(' ', new[] { words.Span(0, row[0].Start), words.Span(name.Start, name.End), words.Span(row[^1].End, words.Count) }.Where(part => part.Length > 0)))];
    }

    /// <summary>All of one kind, and different, from this place on.</summary>
    private static List<Name> Row(int start, int kind, Tokens words, Lattice lattice, HashSet<string> joints)
    {
        var row = new List<Name>();
        for (var place = start; Longest(place, kind, lattice) is { } name && row.TrueForAll(other => !Equals(other.Value, name.Value));)
        {
            row.Add(name);
            if (name.End >= words.Count || !joints.Contains(words.Words[name.End]))
            {
                break;
            }

            place = PastLead(name.End + 1, start, words);
        }

        return row;
    }

    /// <summary>"In staging and in prod": what leads to the first may lead to the others as well.</summary>
    private static int PastLead(int place, int start, Tokens words)
    {
        var lead = Enumerable.Range(0, start + 1).FirstOrDefault(from =>
            place + start - from < words.Count && words.Words.Skip(from).Take(start - from).SequenceEqual(words.Words.Skip(place).Take(start - from)), start);

        return place + start - lead;
    }

    /// <summary>With the kind of thing that may follow its name: "the checkout service".</summary>
    private static Name? Longest(int place, int kind, Lattice lattice)
    {
        if (place >= lattice.Length)
        {
            return null;
        }

        var named = lattice.From(place)
            .Where(edge => edge.Symbol == kind && edge.Cost == 0 && edge.Value is not (null or Missing))
            .DefaultIfEmpty()
            .MaxBy(edge => edge.End);
        if (named.End <= place)
        {
            return null;
        }

        var head = named.End < lattice.Length ? lattice.From(named.End).FirstOrDefault(edge => edge.Symbol == HeadSymbol && edge.Cost == 0) : default;

        return new Name(place, Math.Max(named.End, head.End), named.Value!);
    }

    private sealed record Name(int Start, int End, object Value);
}
