using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Recognition;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Slash;

/// <summary>Reads the values of flags, and words without a flag, with the means of the sentence patterns.</summary>
internal sealed class SlotReader(LanguagePack pack, Normalizer normalizer, PatternRecogniser patterns)
{
    private readonly LatticeBuilder _builder = new(pack.Words);

    /// <summary>Puts the value in its slot, or says that it is not known.</summary>
    public void Read(Recognised found, string slot, string value, Heard heard)
    {
        if (!TryRead(found, slot, value, heard, Reach.Exact) && !TryRead(found, slot, value, heard, Reach.Repaired))
        {
            found.Unresolved.Add(new UnresolvedName(slot, value, []));
        }
    }

    /// <summary>
    /// An issue id, the name of a resource, … as the command takes it; else a sentence in quotes, such as "increase RDS
    /// max connections to 200", that fills the slots it speaks of.
    /// </summary>
    public void ReadFree(Recognised found, CommandForm form, List<string> words, Heard heard)
    {
        if (words.Count > 1 && ReadTogether(found, form, words, heard))
        {
            return;
        }

        foreach (var word in words)
        {
            if (!Takes(found, form, word, heard) && !Sentence(found, word, heard))
            {
                found.Unresolved.Add(new UnresolvedName(form.Takes is [var first, ..] ? first : "argument", word, []));
            }
        }
    }

    /// <summary>Words without quotes belong together where that makes sense: <c>/helm:investigate api lambda</c>.</summary>
    private bool ReadTogether(Recognised found, CommandForm form, List<string> words, Heard heard)
    {
        var all = string.Join(' ', words);

        return !words.All(word => form.Takes.Any(slot => Reads(found, slot, word, heard)))
            && (Takes(found, form, all, heard) || Sentence(found, all, heard));
    }

    private bool Reads(Recognised found, string slot, string value, Heard heard) =>
        TryRead(new Recognised(found.Intent, 1), slot, value, heard, Reach.Exact);

    private bool Takes(Recognised found, CommandForm form, string word, Heard heard) =>
        form.Takes.Any(slot => !found.Entities.ContainsKey(slot) && TryRead(found, slot, word, heard, Reach.Exact))
        || form.Takes.Any(slot => !found.Entities.ContainsKey(slot) && TryRead(found, slot, word, heard, Reach.Repaired));

    private bool Sentence(Recognised found, string text, Heard heard)
    {
        // One word alone was meant as a name.
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        if (normalizer.Normalize(text) is not { Tokens.Count: > 0 } normal)
        {
            return false;
        }

        if (Best(found.Intent, normal, heard) is not { } said)
        {
            Spot(found, normal, heard);

            return found.Intent.Slots.ContainsKey("query") && found.Entities.TryAdd("query", text);
        }

        foreach (var (slot, value) in said.Entities)
        {
            found.Entities.TryAdd(slot, value);
        }

        found.Unresolved.AddRange(said.Unresolved);

        return true;
    }

    /// <summary>A sentence that no pattern knows still names things.</summary>
    private void Spot(Recognised found, NormalText text, Heard heard)
    {
        string[] kinds = [SlotKinds.Resource, SlotKinds.Environment, SlotKinds.Domain];
        var lattice = _builder.Build(text.Tokens, heard.Index, Reach.Exact);
        foreach (var kind in kinds.Where(kind => found.Intent.Slots.ContainsKey(kind) && !found.Entities.ContainsKey(kind)))
        {
            var edges = Enumerable.Range(0, lattice.Length)
                .SelectMany(lattice.From)
                .Where(edge => edge.Symbol == SlotKinds.Symbol(kind))
                .OrderByDescending(edge => edge.End - edge.Start)
                .ThenBy(edge => edge.Cost)
                .Take(1);
            foreach (var edge in edges)
            {
                EntityResolver.Fill(found, kind, edge, lattice, heard with { Text = text });
            }
        }
    }

    /// <summary>The text alone, or after the verb that the command stands for: "investigate" + "Lambda errors".</summary>
    private Recognised? Best(IntentDefinition intent, NormalText text, Heard heard)
    {
        string[] whole = [intent.Name.Split('_')[0], .. text.Tokens.Words];
        var tokens = new Tokens(whole, [false, .. text.Tokens.Joined]);

        return new[] { text, text with { Tokens = tokens, Plain = string.Join(' ', whole) } }
            .Select(said => patterns.Recognise(heard with { Text = said, Context = TurnContext.Empty }))
            .FirstOrDefault(said => said?.Intent == intent);
    }

    private bool TryRead(Recognised found, string slot, string value, Heard heard, Reach reach)
    {
        if (!found.Intent.Slots.TryGetValue(slot, out var definition))
        {
            return false;
        }

        if (definition.Kind == SlotKinds.Text)
        {
            return value.Length > 0 && found.Entities.TryAdd(slot, value);
        }

        if (normalizer.Normalize(value) is not { Tokens.Count: > 0 } text)
        {
            return false;
        }

        var lattice = _builder.Build(text.Tokens, heard.Index, reach);
        var edges = lattice.From(0)
            .Where(edge => edge.End == lattice.Length && edge.Symbol == SlotKinds.Symbol(definition.Kind))
            .OrderBy(edge => edge.Cost)
            .Take(1)
            .ToList();
        foreach (var edge in edges)
        {
            EntityResolver.Fill(found, slot, edge, lattice, heard with { Text = text });
        }

        return edges.Count > 0;
    }
}
