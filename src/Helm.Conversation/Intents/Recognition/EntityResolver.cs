using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>From the words in the slots to their values; what could be several things is not chosen but asked back.</summary>
internal static class EntityResolver
{
    /// <summary>By how little more a reading by sound may still be meant.</summary>
    private const int SoundMargin = 1;

    private static readonly string[] AboutAnIssue =
        [IntentNames.Investigate, IntentNames.Remediate, IntentNames.Escalate, IntentNames.Acknowledge];

    public static Recognised Resolve(IntentDefinition intent, Derivation way, Lattice lattice, Heard heard)
    {
        var found = new Recognised(intent, 1);
        foreach (var (slot, value) in way.Assigned)
        {
            found.Entities[slot] = value;
        }

        // Environments first: they tell apart resources of the same name.
        foreach (var (slot, edge) in way.Filled.OrderBy(filled => filled.Slot == SlotKinds.Environment ? 0 : 1))
        {
            if (slot is not (SlotKinds.Head or "_"))
            {
                Fill(found, slot, edge, lattice, heard);
            }
        }

        return found;
    }

    /// <summary>Puts the value of these words in a slot, or asks back.</summary>
    public static void Fill(Recognised found, string slot, Edge edge, Lattice lattice, Heard heard)
    {
        var words = heard.Text.Tokens.Span(edge.Start, edge.End);
        var options = Options(edge, lattice)
            .SelectMany(value => Values(value, words, found, heard))
            .Distinct()
            .ToList();
        if (options.Count == 1)
        {
            found.Entities[slot] = options[0];
            found.Filled.Add(new FilledSlot(slot, words, options[0]));
        }
        else
        {
            found.Unresolved.Add(new UnresolvedName(slot, words, [.. options.Select(option => option.ToString()!).Order(StringComparer.Ordinal)]));
        }
    }

    /// <summary>All values that these words can be read as at the same cost; of what was only heard, at nearly the same.</summary>
    private static IEnumerable<object> Options(Edge edge, Lattice lattice) =>
        lattice.From(edge.Start)
            .Where(other => other.End == edge.End && other.Symbol == edge.Symbol && other.Cost - edge.Cost <= (edge.Cost >= LatticeBuilder.SoundCost ? SoundMargin : 0))
            .Select(other => other.Value)
            .OfType<object>();

    private static IEnumerable<object> Values(object value, string words, Recognised found, Heard heard) =>
        value switch
        {
            Missing => [],
            FreeText => [words],
            ResourceChoice choice => Narrow(choice.Options, found, heard),
            _ => [value],
        };

    private static List<string> Narrow(IReadOnlyList<ResourceName> options, Recognised found, Heard heard)
    {
        if (found.Entities.GetValueOrDefault(SlotKinds.Environment) is string environment)
        {
            var there = options.Where(option => option.Environment == environment).ToList();
            options = there.Count > 0 ? there : options;
        }

        var names = options.Select(option => option.Canonical).Distinct().ToList();
        if (names.Count > 1 && AboutAnIssue.Contains(found.Intent.Name))
        {
            var troubled = names.Intersect(heard.Index.Vocabulary.Issues.Select(issue => issue.Resource)).OfType<string>().ToList();
            names = troubled.Count == 1 ? troubled : names;
        }

        return names;
    }
}
