using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The values of a guessed intent: names and times wherever they stand, and what the tagger found in places that no list fills.</summary>
internal static class GuessedSlots
{
    /// <summary>Null when something said has no place, or a place that must be filled is not.</summary>
    public static Recognised? Fill(IntentDefinition intent, LearnedReading reading, Heard heard)
    {
        var lattice = heard.Lattice(Reach.Exact);
        var tagged = reading.Label == intent.Name ? reading.Slots : [];
        if (SaidEntities.Find(intent, lattice, tagged) is not { } said)
        {
            return null;
        }

        var found = new Recognised(intent, Likely(reading.Guess.Score)) { RunnerUp = Second(reading.Guess) };
        foreach (var (slot, edge) in said)
        {
            EntityResolver.Fill(found, slot, edge, lattice, heard);
        }

        foreach (var slot in tagged)
        {
            Fill(found, slot, heard);
        }

        return intent.Slots.Any(slot => slot.Value.Required && !found.Entities.ContainsKey(slot.Key)) ? null : found;
    }

    /// <summary>A margin as a likelihood.</summary>
    public static double Likely(float margin) => Math.Round(1 / (1 + Math.Exp(-3 * margin)), 3);

    /// <summary>Free text is what was said; a name is refused by name, or the question would be about everything.</summary>
    private static void Fill(Recognised found, TaggedSlot slot, Heard heard)
    {
        var words = heard.Text.Tokens.Span(slot.Start, slot.End);
        if (found.Intent.Slots[slot.Slot].Kind != SlotKinds.Text)
        {
            found.Unresolved.Add(new UnresolvedName(slot.Slot, words, []) { ByPlace = true });
        }
        else if (found.Entities.TryAdd(slot.Slot, words))
        {
            found.Filled.Add(new FilledSlot(slot.Slot, words, words) { ByPlace = true });
        }
    }

    private static (string Intent, double Score)? Second(Guess guess) =>
        guess.RunnerUp is { } second ? (second, Likely(guess.RunnerUpScore)) : null;
}
