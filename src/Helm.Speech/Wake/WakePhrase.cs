using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>What wakes Helm, word by word.</summary>
internal sealed class WakePhrase
{
    private const int MostPronunciations = 8;

    // "hey helm" and a little before it; longer phrases take longer to say.
    private const double ShortestWindow = 1.15;
    private const double SecondsALetter = 0.115;

    private WakePhrase(string[] words) => Words = words;

    public IReadOnlyList<string> Words { get; }

    public string Text => string.Join(' ', Words);

    /// <summary>The whole phrase as one word of a dictionary: <c>hey_helm</c>.</summary>
    public string Token => string.Join('_', Words);

    /// <summary>So much sound holds the phrase and little else.</summary>
    public TimeSpan Window => TimeSpan.FromSeconds(Math.Max(ShortestWindow, SecondsALetter * Words.Sum(word => word.Length)));

    public static WakePhrase Of(string text) =>
        new(text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words that follow it; all where it is not in front.</summary>
    public IReadOnlyList<string> Strip(string[] words) => words.AsSpan().StartsWith(Words.ToArray()) ? words[Words.Count..] : words;

    /// <summary>Every way to say it; none when a word has no pronunciation.</summary>
    public IReadOnlyList<string> Pronunciations(Lexicon lexicon)
    {
        var known = lexicon.Find(Words);
        IEnumerable<string> ways = [""];
        foreach (var word in Words)
        {
            ways = ways.SelectMany(way => known.GetValueOrDefault(word, []).SelectMany(WithGlide).Select(sounds => $"{way} {sounds}".Trim())).ToList();
        }

        return [.. ways.Distinct().Take(MostPronunciations)];
    }

    /// <summary>Many put a vowel between the two last sounds of "helm" or "film".</summary>
    private static IEnumerable<string> WithGlide(string sounds) =>
        sounds.EndsWith(" L M", StringComparison.Ordinal) ? [sounds, sounds[..^1] + "AH M"] : [sounds];
}
