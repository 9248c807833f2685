using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>Takes out of a pattern what cannot be said; an optional part or one choice of several goes alone.</summary>
internal sealed class PatternPruner(
    Func<string, bool> isPronounced,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> slots)
{
    private readonly HashSet<LeftOut> _leftOut = [];

    public IEnumerable<LeftOut> LeftOut => _leftOut;

    /// <summary>Null when nothing speakable is left.</summary>
    public SentencePattern? Prune(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Word word => PruneWord(word),
        SentencePattern.Slot slot => PruneSlot(slot),
        SentencePattern.Optional optional => PruneOptional(optional),
        SentencePattern.Choice choice => PruneChoice(choice),
        SentencePattern.Sequence sequence => PruneSequence(sequence),
        _ => null,
    };

    private SentencePattern.Sequence? PruneWord(SentencePattern.Word word)
    {
        var words = SpokenWords.Of(word.Text);
        if (words.FirstOrDefault(part => !isPronounced(part)) is { } mute)
        {
            _leftOut.Add(new LeftOut($"the word \"{mute}\"", "it has no pronunciation; add it to the lexicon"));
            return null;
        }

        return words.Count == 0
            ? null
            : new SentencePattern.Sequence([.. words.Select(part => new SentencePattern.Word(part))]);
    }

    private SentencePattern.Slot? PruneSlot(SentencePattern.Slot slot)
    {
        if (slots.TryGetValue(slot.Name, out var forms) && forms.Count > 0)
        {
            return slot;
        }

        _leftOut.Add(new LeftOut($"phrases with {{{slot.Name}}}", "no value of it can be said"));
        return null;
    }

    // An optional part that cannot be said is said by leaving it out: an empty sequence.
    private SentencePattern PruneOptional(SentencePattern.Optional optional) =>
        Prune(optional.Inner) is { } inner ? new SentencePattern.Optional(inner) : new SentencePattern.Sequence([]);

    private SentencePattern.Choice? PruneChoice(SentencePattern.Choice choice)
    {
        var options = choice.Options.Select(Prune).OfType<SentencePattern>().ToList();
        return options.Count > 0 ? new SentencePattern.Choice(options) : null;
    }

    private SentencePattern.Sequence? PruneSequence(SentencePattern.Sequence sequence)
    {
        var parts = sequence.Parts.Select(Prune).ToList();
        return parts.Contains(null) ? null : new SentencePattern.Sequence([.. parts.OfType<SentencePattern>()]);
    }
}
