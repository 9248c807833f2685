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
        foreach (var (intent, sentence) in pack.Intents.SelectMany(intent => intent.Sentences.Where(sentence => sentence.Spoken).Select(sentence => (intent, sentence))))
        {
            foreach (var slot in PatternWalk.All(sentence.Pattern).OfType<PatternNode.Slot>().Where(slot => !slots.ContainsKey(Key(slot))))
            {
                slots[Key(slot)] = Silent.Contains(slot.Kind) ? [] : forms.Of(slot.Kind);
            }

            if (Sayable(sentence.Pattern, slots) is { } pattern)
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

    /// <summary>"issue {ordinal:number}" takes other words than "the {ordinal} issue".</summary>
    private static string Key(PatternNode.Slot slot) =>
        slot.Kind == SlotKinds.Number && slot.Name != SlotKinds.Number ? $"{slot.Name} {slot.Kind}" : slot.Name;

    /// <summary>Null when it needs a slot that has no spoken form.</summary>
    private static SentencePattern? Sayable(PatternNode node, Dictionary<string, IReadOnlyList<string>> slots) =>
        node switch
        {
            PatternNode.Word word => word.Text.All(char.IsAsciiLetter) ? new SentencePattern.Word(word.Text) : null,
            PatternNode.Slot slot => slots[Key(slot)].Count > 0 ? new SentencePattern.Slot(Key(slot)) : null,
            PatternNode.Assign => new SentencePattern.Sequence([]),
            PatternNode.Optional optional => Sayable(optional.Inner, slots) is { } inner
                ? new SentencePattern.Optional(inner)
                : new SentencePattern.Sequence([]),
            PatternNode.Choice choice => Choice([.. choice.Options.Select(option => Sayable(option, slots)).OfType<SentencePattern>()]),
            PatternNode.Sequence sequence => Sequence([.. Contractions.In([.. sequence.Parts.Select(part => Sayable(part, slots))])]),
            _ => null,
        };

    private static SentencePattern? Choice(SentencePattern[] options) =>
        options.Length switch
        {
            0 => null,
            1 => options[0],
            _ => new SentencePattern.Choice(options),
        };

    private static SentencePattern? Sequence(SentencePattern?[] parts) =>
        parts.Contains(null)
            ? null
            : parts.Where(part => part is not SentencePattern.Sequence { Parts.Count: 0 }).ToArray() switch
            {
                [{ } only] => only,
                var several => new SentencePattern.Sequence(several!),
            };
}
