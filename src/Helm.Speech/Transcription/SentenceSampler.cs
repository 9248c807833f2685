using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>Says the language: sentences of every pattern, each name of each slot in turn; the same ones each time.</summary>
internal sealed class SentenceSampler(SpeakableLanguage language)
{
    private const int Seed = 20_240_229;
    private const int SentencesPerPattern = 400;

    // A pattern of one sentence weighs as much as this many sentences of a large one.
    private const int LeastWeightPerPattern = 40;

    private readonly Random _random = new(Seed);
    private readonly Dictionary<string, int> _next = [];

    /// <summary>Sentences and how often each counts.</summary>
    public IEnumerable<(IReadOnlyList<string> Words, int Weight)> Sentences()
    {
        foreach (var pattern in language.Patterns)
        {
            var sentences = new Dictionary<string, IReadOnlyList<string>>();
            for (var i = 0; i < SentencesPerPattern; i++)
            {
                var words = Say(pattern.Pattern).ToList();
                sentences.TryAdd(string.Join(' ', words), words);
            }

            var weight = Math.Max(1, LeastWeightPerPattern / sentences.Count);
            foreach (var words in sentences.Values.Where(words => words.Count > 0))
            {
                yield return (words, weight);
            }
        }
    }

    private IEnumerable<string> Say(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Word word => [word.Text],
        SentencePattern.Slot slot => Next(slot.Name),
        SentencePattern.Sequence sequence => sequence.Parts.SelectMany(Say),
        SentencePattern.Choice choice => Say(choice.Options[Pick(choice.Options.Count)]),
        SentencePattern.Optional optional => Pick(2) == 0 ? Say(optional.Inner) : [],
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
