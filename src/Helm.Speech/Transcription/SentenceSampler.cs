using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>Says the language: sentences of every pattern, each name of each slot in turn; the same ones each time.</summary>
internal sealed class SentenceSampler(SpeakableLanguage language)
{
    private const int Seed = 20_240_229;
    private const int MostSentences = 60_000;
    private const int MostOfNames = 2000;
    private const int SaidOfAName = 3;

    // One name or two are an answer among others; three that nothing connects are the words of a challenge.
    private const int WordsOfAChallenge = 3;
    private const double LeastOfAChallenge = 4;

    private readonly int _perPattern = Math.Clamp(MostSentences / Math.Max(1, language.Patterns.Count), 40, 400);
    private readonly Random _random = new(Seed);
    private readonly Dictionary<string, int> _next = [];

    /// <summary>
    /// Sentences and how often each counts: every intent as often as any other, however many ways there are to say it,
    /// and a sentence once on average, because smoothing takes large counts for certainty. Words that nothing connects
    /// (those of a challenge) are heard by themselves alone, so that each sentence of them counts four times at least.
    /// </summary>
    public IEnumerable<SaidSentence> Sentences()
    {
        var all = language.Patterns.Select(pattern => (pattern.Intent, Sentences: Sentences(pattern.Pattern), IsOfNames: IsOfNames(pattern.Pattern))).ToList();
        var patternsOf = all.CountBy(pattern => pattern.Intent).ToDictionary();
        var ofIntent = (double)all.Sum(pattern => pattern.Sentences.Count) / Math.Max(1, patternsOf.Count);
        return
            from pattern in all
            let share = ofIntent / patternsOf[pattern.Intent] / Math.Max(1, pattern.Sentences.Count)
            let weight = pattern.IsOfNames ? Math.Max(share, LeastOfAChallenge) : share
            from words in pattern.Sentences
            select new SaidSentence(words, weight);
    }

    private List<IReadOnlyList<string>> Sentences(SentencePattern pattern)
    {
        var sentences = new Dictionary<string, IReadOnlyList<string>>();
        var most = Math.Max(_perPattern, EachName(pattern));
        for (var i = 0; i < most; i++)
        {
            var words = Say(pattern).ToList();
            sentences.TryAdd(string.Join(' ', words), words);
        }

        return [.. sentences.Values.Where(words => words.Count > 0)];
    }

    /// <summary>A sentence of names alone is known by them: one that was never said could not be heard.</summary>
    private int EachName(SentencePattern pattern) => IsOfNames(pattern)
        ? Math.Min(MostOfNames, SaidOfAName * Names(pattern).Max(slot => language.Slots[slot.Name].Count))
        : 0;

    private static bool IsOfNames(SentencePattern pattern) => Certain(pattern).All(part => part is SentencePattern.Slot) && Names(pattern).Count() >= WordsOfAChallenge;

    private static IEnumerable<SentencePattern.Slot> Names(SentencePattern pattern) => Certain(pattern).OfType<SentencePattern.Slot>();

    /// <summary>What is said in any case; a courtesy need not be.</summary>
    private static IEnumerable<SentencePattern> Certain(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Sequence sequence => sequence.Parts.SelectMany(Certain),
        SentencePattern.Optional => [],
        _ => [pattern],
    };

    private IEnumerable<string> Say(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Word word => [word.Text],
        SentencePattern.Slot slot => Next(slot.Name),
        SentencePattern.Sequence sequence => sequence.Parts.SelectMany(Say),
        SentencePattern.Choice choice => Say(choice.Options[Pick(choice.Options.Count)]),
        // People leave out more than they say.
        SentencePattern.Optional optional => Pick(3) == 0 ? Say(optional.Inner) : [],
        _ => [],
    };

    private IReadOnlyList<string> Next(string slot)
    {
        var forms = language.Slots[slot];
        var next = _next.GetValueOrDefault(slot);
        _next[slot] = next + 1;
        return forms[next % forms.Count];
    }

    // The sentences need to be spread, not secret.
#pragma warning disable CA5394
    private int Pick(int count) => _random.Next(count);
#pragma warning restore CA5394
}
