using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Spoken;

/// <summary>Patterns of text as they are said.</summary>
/// <param name="slots">The spoken forms of each.</param>
internal sealed class SayablePatterns(IReadOnlyDictionary<string, IReadOnlyList<string>> slots, LanguagePack pack)
{
    private readonly Contractions _contractions = new(pack.Words);

    /// <summary>"issue {ordinal:number}" takes other words than "the {ordinal} issue".</summary>
    public static string Key(PatternNode.Slot slot) =>
        slot.Kind == SlotKinds.Number && slot.Name != SlotKinds.Number ? $"{slot.Name} {slot.Kind}" : slot.Name;

    /// <summary>Null when it needs a slot that has no spoken form.</summary>
    public SentencePattern? Of(PatternNode node) =>
        node switch
        {
            PatternNode.Word word => word.Text.All(char.IsAsciiLetter) ? new SentencePattern.Word(word.Text) : null,
            PatternNode.Slot slot => slots[Key(slot)].Count > 0 ? new SentencePattern.Slot(Key(slot)) : null,
            PatternNode.Assign => new SentencePattern.Sequence([]),
            PatternNode.Optional optional => Of(optional.Inner) is { } inner
                ? new SentencePattern.Optional(inner)
                : new SentencePattern.Sequence([]),
            PatternNode.Choice choice => Choice([.. choice.Options.Select(option => Of(option)).OfType<SentencePattern>()]),
            PatternNode.Sequence sequence => Sequence([.. _contractions.In([.. sequence.Parts.Select(part => Of(part))])]),
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
