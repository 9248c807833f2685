using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// The part of the spoken language that the engine can hear: every word has a pronunciation, every slot a form, and
/// no name sounds like a control word. A word without pronunciation would never be heard.
/// </summary>
internal sealed record SpeakableLanguage(
    IReadOnlyList<SpokenPattern> Patterns,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Slots,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Pronunciations,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Sentences in other words, every one of them in the dictionary: a guessed sound is worth it for a name only.</summary>
    public IReadOnlyList<SpeakableExample> Examples { get; private init; } = [];

    /// <summary>How the words of the examples sound.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ExampleWords { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>More names than this in one slot cannot be told apart by ear.</summary>
    private const int MostForms = 2_000;

    /// <summary>A resource of such a name must not be able to answer a question that Helm asked.</summary>
    private static readonly HashSet<string> ControlWords =
    [
        "yes", "no", "yeah", "yep", "nope", "ok", "okay", "sure", "confirm", "confirmed", "approve", "approved", "deny",
        "stop", "cancel", "abort", "help", "repeat", "undo", "quit", "exit", "go ahead", "do it", "never mind", "helm",
        "hey helm", "hey",
    ];

    public static SpeakableLanguage From(SpokenLanguage language, Lexicon lexicon, WakePhrase phrase)
    {
        var speakable = From(language, phrase, words => lexicon.Find(words));
        var examples = language.Examples
            .Select(example => SpeakableExample.Of(example))
            .Where(example => example.Slots.All(slot => speakable.Slots.TryGetValue(slot, out var forms) && forms.Count > 0))
            .ToList();
        var known = lexicon.Known([.. examples.SelectMany(example => example.Words)]);
        return speakable with { Examples = [.. examples.Where(example => example.Words.All(word => known.ContainsKey(word) || speakable.Pronunciations.ContainsKey(word)))], ExampleWords = known };
    }

    /// <summary>For engines that hear any word and need no pronunciations.</summary>
    public static SpeakableLanguage OfAnyWords(SpokenLanguage language, WakePhrase phrase) =>
        From(language, phrase, words => words.Distinct().ToDictionary(word => word, _ => (IReadOnlyList<string>)[]));

    private static SpeakableLanguage From(
        SpokenLanguage language, WakePhrase phrase, Func<IEnumerable<string>, Dictionary<string, IReadOnlyList<string>>> pronounce)
    {
        var leftOut = new List<LeftOut>();
        var forms = language.SlotForms.ToDictionary(slot => slot.Key, slot => Forms(slot.Key, slot.Value, phrase, leftOut));
        var pronunciations = pronounce(
            [.. language.Patterns.SelectMany(pattern => Words(pattern.Pattern)), .. forms.Values.SelectMany(slot => slot).SelectMany(form => form), .. Courtesies.Words, .. phrase.Words]);

        var slots = forms.ToDictionary(slot => slot.Key, slot => Pronounced(slot.Key, slot.Value, pronunciations, leftOut));
        var pruner = new PatternPruner(pronunciations.ContainsKey, slots);
        var patterns = new List<SpokenPattern>();
        foreach (var pattern in language.Patterns)
        {
            if (pruner.Prune(Courtesies.Around(pattern.Pattern)) is { } speakable)
            {
                patterns.Add(pattern with { Pattern = speakable });
            }
        }

        leftOut.AddRange(pruner.LeftOut);
        return new SpeakableLanguage(patterns, slots, pronunciations, leftOut);
    }

    private static List<IReadOnlyList<string>> Forms(string slot, IReadOnlyList<string> texts, WakePhrase phrase, List<LeftOut> leftOut)
    {
        var forms = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var text in texts)
        {
            var words = SpokenWords.Of(text);
            var form = string.Join(' ', words);
            if (form.Length == 0)
            {
                leftOut.Add(new LeftOut($"{slot} \"{text}\"", "it has no letters or digits to say"));
            }
            else if (ControlWords.Contains(form) || form == phrase.Text)
            {
                leftOut.Add(new LeftOut($"{slot} \"{text}\"", "it is a control word; give it an alias to say it aloud"));
            }
            else if (forms.Count == MostForms)
            {
                leftOut.Add(new LeftOut($"{slot} \"{text}\"", $"only the first {MostForms:N0} names can be told apart by ear"));
            }
            else
            {
                forms.TryAdd(form, words);
            }
        }

        return [.. forms.Values];
    }

    private static IReadOnlyList<IReadOnlyList<string>> Pronounced(
        string slot,
        List<IReadOnlyList<string>> forms,
        Dictionary<string, IReadOnlyList<string>> pronunciations,
        List<LeftOut> leftOut)
    {
        leftOut.AddRange(
            from form in forms
            let mute = form.FirstOrDefault(word => !pronunciations.ContainsKey(word))
            where mute is not null
            select new LeftOut($"{slot} \"{string.Join(' ', form)}\"", $"\"{mute}\" has no pronunciation; add it to the lexicon"));
        return [.. forms.Where(form => form.All(pronunciations.ContainsKey))];
    }

    private static IEnumerable<string> Words(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Word word => SpokenWords.Of(word.Text),
        SentencePattern.Sequence sequence => sequence.Parts.SelectMany(Words),
        SentencePattern.Choice choice => choice.Options.SelectMany(Words),
        SentencePattern.Optional optional => Words(optional.Inner),
        _ => [],
    };
}
