using System.Globalization;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>What the second stage can hear besides the wake phrase: frequent words and words that sound like it.</summary>
internal static class WakeVocabulary
{
    public const string Phrase = "hey_helm";

    private const int Frequent = 1_500;
    private const int LookedThroughForDecoys = 8_000;

    private static readonly string[] Pronunciations = ["HH EY HH EH L M", "HH EY HH EH L AH M"];
    private static readonly string[] Helm = ["HH", "EH", "L", "M"];
    private static readonly string[] Hey = ["HH", "EY"];

    private static readonly string[] Operations =
    [
        "status", "production", "staging", "test", "deployment", "dashboard", "issues", "critical", "database", "lambda",
        "latency", "error", "investigate", "remediate", "escalate", "health", "monitor", "infrastructure", "rollback",
        "restart", "server", "cluster", "metrics", "alert", "audit", "helm", "hey", "hello",
    ];

    /// <summary>The dictionary of the first stage: the phrase alone.</summary>
    public static Dictionary<string, IReadOnlyList<string>> OnlyPhrase() => new() { [Phrase] = Pronunciations };

    /// <summary>The dictionary of the second stage.</summary>
    public static Dictionary<string, IReadOnlyList<string>> WithDecoys(EnglishModel model, Lexicon lexicon)
    {
        var spoken = FrequentWords.Read(model.Language, LookedThroughForDecoys);
        var candidates = spoken.Select(word => word.Word).ToHashSet();
        var decoys = lexicon.Dictionary()
            .Where(entry => candidates.Contains(entry.Word) && SoundsLikePhrase(entry.Sounds))
            .Select(entry => entry.Word);
        var words = lexicon.Find([.. spoken.Take(Frequent).Select(word => word.Word), .. decoys, .. Operations]);
        words[Phrase] = Pronunciations;
        return words;
    }

    /// <summary>All words alike, but for the phrase.</summary>
    public static IEnumerable<string> Unigrams(IReadOnlyCollection<string> words, double prior)
    {
        var others = (1 - Math.Pow(10, prior)) / (words.Count + 1);
        var usual = Number(Math.Log10(others));
        return
        [
            @"\data\", $"ngram 1={words.Count + 2}", "", @"\1-grams:", $"{usual} </s>", "-99 <s>",
            .. words.Select(word => $"{(word == Phrase ? Number(prior) : usual)} {word}"),
            "", @"\end\",
        ];
    }

    private static bool SoundsLikePhrase(string[] sounds) =>
        Sounds.Distance(sounds, Helm) <= 2 || (sounds.Length is > 1 and < 4 && Sounds.Distance(sounds, Hey) <= 1);

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
