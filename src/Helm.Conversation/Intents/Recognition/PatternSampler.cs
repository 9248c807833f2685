using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Says sentences of a pattern, picked by chance from a fixed seed.</summary>
/// <param name="values">What to say for a slot; where it knows nothing, the pack's own names or the masked kind.</param>
/// <param name="oneOptionalOf">Of so many parts that may be left out one is said.</param>
internal sealed class PatternSampler(VocabularyIndex index, Func<PatternNode.Slot, string?>? values = null, int oneOptionalOf = 2)
{
    private readonly Random _random = new(20);
    private readonly Dictionary<string, string[]> _forms = [];

    public string Say(PatternNode pattern)
    {
        var words = new List<string>();
        Say(pattern, words);

        return string.Join(' ', words);
    }

    private void Say(PatternNode node, List<string> words)
    {
        switch (node)
        {
            case PatternNode.Word word:
                words.Add(word.Text);
                break;
            case PatternNode.Slot slot:
                words.Add(Value(slot));
                break;
            case PatternNode.Optional optional when _random.Next(oneOptionalOf) == 0:
                Say(optional.Inner, words);
                break;
            case PatternNode.Choice choice:
                Say(choice.Options[_random.Next(choice.Options.Count)], words);
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Say(part, words);
                }

                break;
        }
    }

    private string Value(PatternNode.Slot slot)
    {
        var kind = slot.Kind;
        if (values?.Invoke(slot) is { } value)
        {
            return value;
        }

        if (SlotMask.Masks(kind))
        {
            return SlotMask.Word(kind);
        }

        if (!_forms.TryGetValue(kind, out var forms))
        {
            _forms[kind] = forms = [.. index.Names.FormsOf(SlotKinds.Symbol(kind)).Order(StringComparer.Ordinal)];
        }

        return forms.Length > 0 ? forms[_random.Next(forms.Length)] : SlotMask.Word(kind);
    }
}
