using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Operations.Remediation.Policy;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The values of a guessed intent: names and times wherever they stand, and what the tagger found in places that no list fills.</summary>
internal static class GuessedSlots
{
    private static readonly string[] Left = ["resource", "count", "target"];

    /// <summary>Of a firewall: "this ip" is no issue either.</summary>
    private static readonly string[] NotOfRules = ["resource", "count", "reference"];

    private static readonly string[] Objects = ["issue_id", "ordinal", "resource", "domain", "reference"];

    /// <summary>Null when something said has no place.</summary>
    /// <param name="denied">Where a value begins that is said not to be meant.</param>
    public static Recognised? Fill(IntentDefinition intent, LearnedReading reading, Heard heard, Lattice lattice, IReadOnlySet<int> denied)
    {
        var tagged = reading.Guess.Label == intent.Name ? reading.Slots : [];
        var said = SaidEntities.Find(intent, lattice, tagged, denied);
        if (said is null && !SaysNever(reading))
        {
            return null;
        }

        var found = new Recognised(intent, Likely(reading.Guess.Score)) { RunnerUp = Second(reading.Guess) };
        foreach (var (slot, edge) in said ?? [])
        {
            EntityResolver.Fill(found, slot, edge, lattice, heard);
        }

        foreach (var slot in tagged)
        {
            Fill(found, slot, heard);
        }

        Say(found, reading);

        return found;
    }

    /// <summary>Takes out what only looks like a value of this request.</summary>
    public static void Settle(Recognised found)
    {
        if (IsAboutRules(found))
        {
            Array.ForEach(NotOfRules, slot => found.Entities.Remove(slot));
        }

        if (IsNeverDone(found))
        {
            // There is nothing to ask back about what is refused.
            found.Unresolved.Clear();
        }
    }

    /// <summary>Where nothing is named, a word that no sentence has may be the name of it: it is asked back, or the question would be about everything.</summary>
    public static void Doubt(Recognised found, LearnedReading reading)
    {
        if (reading.Strangers.Unplaced is { } word && found.Unresolved.Count == 0 && found.Intent.Slots.ContainsKey(SlotKinds.Resource) && !Objects.Any(found.Entities.ContainsKey))
        {
            found.Unresolved.Add(new UnresolvedName(SlotKinds.Resource, word, []) { ByPlace = true });
        }
    }

    /// <summary>Adds what a looser reading left out: a name, and how many.</summary>
    public static void Complete(Recognised found, Heard heard, IReadOnlySet<int> denied)
    {
        var lattice = heard.Lattice(Reach.Exact);
        foreach (var (slot, edge) in IsAboutRules(found) ? [] : SaidEntities.Find(found.Intent, lattice, [], denied) ?? [])
        {
            if (Left.Contains(slot) && !found.Entities.ContainsKey(slot) && !found.Unresolved.Exists(name => name.Slot == slot))
            {
                EntityResolver.Fill(found, slot, edge, lattice, heard);
            }
        }
    }

    /// <summary>It is refused whatever it is about.</summary>
    public static bool IsNeverDone(Recognised found) => found.Entities.GetValueOrDefault(SlotKinds.Action) is string action && ApprovalPolicy.NeverAtAll.Contains(action);

    /// <summary>Of a firewall: the name of what is behind it is none of a thing to be changed, and its ports are no count.</summary>
    public static bool IsAboutRules(Recognised found) => found.Entities.GetValueOrDefault(SlotKinds.Action) is "modify_security_groups";

    /// <summary>A margin as a likelihood.</summary>
    public static double Likely(float margin) => Math.Round(1 / (1 + Math.Exp(-3 * margin)), 3);

    /// <summary>To be refused it need not be clear what is meant.</summary>
    private static bool SaysNever(LearnedReading reading) =>
        Certainty.Says(reading) && ApprovalPolicy.NeverAtAll.Any(action => reading.Saying.Value?.Label == "action=" + action);

    private static void Say(Recognised found, LearnedReading reading)
    {
        if (found.Entities.ContainsKey(SlotKinds.IssueId) && SaysNever(reading))
        {
            // An issue is closed or got rid of by being mended; it is no resource.
            return;
        }

        if (reading.Saying.Value?.Label.Split('=') is [var slot, var value] && (Certainty.Says(reading) || (IsNeeded(slot, found) && found.Unresolved.Count == 0)))
        {
            found.Entities.TryAdd(slot, value);
        }
    }

    /// <summary>What a request cannot be without is the likeliest, sure or not, where all else is known.</summary>
    private static bool IsNeeded(string slot, Recognised found) => found.Intent.Slots.GetValueOrDefault(slot)?.Required == true;

    /// <summary>Free text is what was said; a name is refused by name, or the question would be about everything.</summary>
    private static void Fill(Recognised found, TaggedSlot slot, Heard heard)
    {
        var words = heard.Text.Tokens.Span(slot.Start, slot.End);
        if (found.Intent.Slots[slot.Slot].Kind != SlotKinds.Text)
        {
            if (!IsNamed(found, slot.Slot))
            {
                found.Unresolved.Add(new UnresolvedName(slot.Slot, words, []) { ByPlace = true });
            }
        }
        else if (found.Entities.TryAdd(slot.Slot, words))
        {
            found.Filled.Add(new FilledSlot(slot.Slot, words, words) { ByPlace = true });
        }
    }

    /// <summary>The place is taken by a name that is known, or an issue is named, which is narrower than either: then a strange word is none.</summary>
    private static bool IsNamed(Recognised found, string slot) =>
        found.Entities.ContainsKey(slot) || found.Entities.ContainsKey(SlotKinds.IssueId);

    private static (string Intent, double Score)? Second(Guess guess) =>
        guess.RunnerUp is { } second ? (second, Likely(guess.RunnerUpScore)) : null;
}
