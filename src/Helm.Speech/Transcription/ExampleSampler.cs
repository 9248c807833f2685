namespace Helm.Speech.Transcription;

/// <summary>Says the examples, with other names each time; the same sentences whenever it is asked.</summary>
internal sealed class ExampleSampler(SpeakableLanguage language)
{
    private const int Seed = 20_240_301;
    private const int NamesOfEach = 4;

    /// <summary>What people said tells more about what people say than what was written or made of patterns.</summary>
    private const double WorthOfVerbatim = 4;

    /// <summary>Talk about other matters counts for less: it is there to be told apart, not to be heard well.</summary>
    private const double WorthOfOtherTalk = 0.6;

    private readonly Random _random = new(Seed);

    /// <summary>Sentences that ask for something, and how often each counts: rare intents more, so that they are not drowned.</summary>
    public IEnumerable<SaidSentence> Requests()
    {
        var intents = language.Examples.Where(example => example.Intent is not null).GroupBy(example => example.Intent).ToList();
        var usual = intents.Select(intent => (double)intent.Count()).DefaultIfEmpty().Average();
        return
            from intent in intents
            let weight = Math.Sqrt(usual / intent.Count())
            from example in intent
            from sentence in Said(example, weight)
            select sentence;
    }

    public IEnumerable<SaidSentence> OtherTalk() =>
        language.Examples.Where(example => example.Intent is null).SelectMany(example => Said(example, WorthOfOtherTalk));

    private IEnumerable<SaidSentence> Said(SpeakableExample example, double weight)
    {
        var times = example.Slots.Any() ? NamesOfEach : 1;
        var worth = weight * (example.IsVerbatim ? WorthOfVerbatim : 1);
        for (var i = 0; i < times; i++)
        {
            yield return new SaidSentence(example.Say(Name), worth / times);
        }
    }

    // The names need to be spread, not secret.
#pragma warning disable CA5394
    private IReadOnlyList<string> Name(string slot) => language.Slots[slot][_random.Next(language.Slots[slot].Count)];
#pragma warning restore CA5394
}
