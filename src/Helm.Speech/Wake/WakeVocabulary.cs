using System.Globalization;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>What the second stage can hear besides the wake phrase: frequent words and words that sound like it.</summary>
internal sealed class WakeVocabulary(WakePhrase phrase, Lexicon lexicon)
{
    private const int Frequent = 1_500;
    private const int LookedThroughForDecoys = 8_000;
    private const int ShortWord = 4;

    private static readonly string[] Operations =
    [
        "status", "production", "staging", "test", "deployment", "dashboard", "issues", "critical", "database", "lambda",
        "latency", "error", "investigate", "remediate", "escalate", "health", "monitor", "infrastructure", "rollback",
        "restart", "server", "cluster", "metrics", "alert", "audit", "helm", "hey", "hello",
    ];

    // Listening again to what was spotted is most of what waiting costs while people talk. At 1e-50 a third of it is left of what
    // 1e-60 spots, and of 180 commands (clean, in noise of 20 and of 14 dB) the same 139 wake. A phrase of more sounds scores lower.
    private const int SoundsMeasured = 6;
    private const string PhraseThreshold = "1e-50";
    private const string LongPhraseThreshold = "1e-60";

    private const char StopMark = '!';
    private const string StopThreshold = "1e-30";
    private const string StopPrior = "-1.0";

    private readonly IReadOnlyList<string> _pronunciations = phrase.Pronunciations(lexicon);
    private readonly Dictionary<string, IReadOnlyList<string>> _stops = StopWords.All
        .Select(words => (Words: words, Sounds: WakePhrase.Of(words).Pronunciations(lexicon)))
        .Where(stop => stop.Words != phrase.Text && stop.Sounds.Count > 0)
        .ToDictionary(stop => stop.Words, stop => stop.Sounds);

    /// <summary>
    /// Nobody says it faster: 57 ms a sound. Voices sped up by a quarter took 0.34 s for "hey helm", and the telephone prompts that
    /// were taken for it 0.27 to 0.31 s.
    /// </summary>
    public TimeSpan Shortest => TimeSpan.FromMilliseconds(57) * Least(_pronunciations);

    /// <summary>The phrase as one word.</summary>
    public string Token => phrase.Token;

    /// <summary>The words that stop Helm which a word of the decoders stands for; null when it stands for others.</summary>
    public string? StopOf(string token) => _stops.Keys.FirstOrDefault(words => StopToken(words) == token);

    /// <summary>
    /// Somebody who stops Helm says it with stress: 65 ms a sound. Three voices over Helm's mostly took 0.39 to 0.51 s for "stop", and what
    /// was taken for it in other talk 0.21 to 0.27 s.
    /// </summary>
    public TimeSpan ShortestStop(string words) => TimeSpan.FromMilliseconds(65) * Least(_stops[words]);

    /// <summary>A stop word as the decoders know it; as a word of their dictionaries it would compete with itself.</summary>
    private static string StopToken(string words) => words.Replace(' ', '_') + StopMark;

    /// <summary>The dictionary of the first stage: the phrase and the words that stop Helm.</summary>
    public Dictionary<string, IReadOnlyList<string>> Spotted()
    {
        var words = _stops.ToDictionary(stop => StopToken(stop.Key), stop => stop.Value);
        words[Token] = _pronunciations;
        return words;
    }

    /// <summary>How eagerly the first stage spots each: the shorter, the less.</summary>
    public IEnumerable<string> Thresholds() =>
        [$"{Token} /{(Least(_pronunciations) > SoundsMeasured ? LongPhraseThreshold : PhraseThreshold)}/", .. _stops.Select(stop => $"{StopToken(stop.Key)} /{StopThreshold}/")];

    /// <summary>The dictionary of the second stage.</summary>
    public Dictionary<string, IReadOnlyList<string>> WithDecoys(EnglishModel model)
    {
        var spoken = FrequentWords.Read(model.Language, LookedThroughForDecoys);
        var candidates = spoken.Select(word => word.Word).ToHashSet();
        var parts = lexicon.Find(phrase.Words).Values.Select(sounds => sounds[0].Split(' ')).ToList();
        var decoys = lexicon.Dictionary()
            .Where(entry => candidates.Contains(entry.Word) && parts.Exists(part => SoundsLike(part, entry.Sounds)))
            .Select(entry => entry.Word);
        var words = lexicon.Find([.. spoken.Take(Frequent).Select(word => word.Word), .. decoys, .. Operations]);
        // A phrase of one word must not compete with itself.
        words.Remove(phrase.Text);
        words[Token] = _pronunciations;
        foreach (var (stop, sounds) in _stops)
        {
            words.Remove(stop);
            words[StopToken(stop)] = sounds;
        }

        return words;
    }

    /// <summary>All words alike, but for the phrase and the words that stop Helm.</summary>
    public IEnumerable<string> Unigrams(IReadOnlyCollection<string> words, double prior)
    {
        var others = (1 - Math.Pow(10, prior)) / (words.Count + 1);
        var usual = Number(Math.Log10(others));
        return
        [
            @"\data\", $"ngram 1={words.Count + 2}", "", @"\1-grams:", $"{usual} </s>", "-99 <s>",
            .. words.Select(word => $"{(word == Token ? Number(prior) : word.EndsWith(StopMark) ? StopPrior : usual)} {word}"),
            "", @"\end\",
        ];
    }

    private static bool SoundsLike(string[] part, string[] sounds) => part.Length >= ShortWord
        ? Sounds.Distance(sounds, part) <= 2
        : sounds.Length > 1 && sounds.Length <= part.Length + 1 && Sounds.Distance(sounds, part) <= 1;

    private static int Least(IReadOnlyList<string> pronunciations) => pronunciations.Min(sounds => sounds.Split(' ').Length);

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
