using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Spoken;

/// <summary>What can be said aloud, from the pack and the names that exist now.</summary>
internal static class SpokenForms
{
    private static readonly string[] Silent =
        [SlotKinds.Text, SlotKinds.Unknown, SlotKinds.Technical, SlotKinds.Format];

    /// <summary>Of the slots that stand in examples.</summary>
    private static readonly string[] OfExamples =
        [SlotForms.AnyIssue, SlotKinds.Resource, SlotKinds.Environment, SlotKinds.Domain, SlotKinds.Severity, SlotKinds.Metric, SlotKinds.Duration, SlotKinds.TimeRange, SlotKinds.Number];

    public static SpokenLanguage Of(LanguagePack pack, VocabularyIndex index, IReadOnlyList<SpokenExample> examples)
    {
        var forms = new SlotForms(pack, index);
        var patterns = new List<SpokenPattern>();
        var slots = new Dictionary<string, IReadOnlyList<string>>();
        var sayable = new SayablePatterns(slots, pack);
        foreach (var (intent, sentence) in pack.Intents.SelectMany(intent => intent.Sentences.Where(sentence => sentence.Spoken).Select(sentence => (intent, sentence))))
        {
            foreach (var slot in PatternWalk.All(sentence.Pattern).OfType<PatternNode.Slot>().Where(slot => !slots.ContainsKey(SayablePatterns.Key(slot))))
            {
                slots[SayablePatterns.Key(slot)] = Silent.Contains(slot.Kind) ? [] : forms.Of(slot.Kind);
            }

            if (sayable.Of(sentence.Pattern) is { } pattern)
            {
                patterns.Add(new SpokenPattern(intent.Name, intent.Changes, pattern));
            }
        }

        foreach (var kind in OfExamples)
        {
            slots.TryAdd(kind, forms.Of(kind));
        }

        return new SpokenLanguage(patterns, slots.Where(slot => slot.Value.Count > 0).ToDictionary()) { Examples = examples };
    }
}
