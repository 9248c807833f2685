using Helm.Operations.Remediation.Challenges;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Transcription;

/// <summary>Words that sound like those of challenges: unless they can be heard, who says "lizard, mobster, noodle" has said "wizard, lobster, needle".</summary>
internal static class ChallengeDecoys
{
    private const int LookedThrough = 20_000;
    private const int MostOfAWord = 3;
    private const int LongWord = 5;

    public static IReadOnlyList<string> Of(EnglishModel model, Lexicon lexicon)
    {
        var spoken = FrequentWords.Read(model.Language, LookedThrough).Select(word => word.Word).ToHashSet();
        var others = lexicon.Dictionary().Where(entry => spoken.Contains(entry.Word) && entry.Word.All(char.IsAsciiLetter)).ToList();
        return [.. lexicon.Find(ChallengeWords.All).SelectMany(word => Near(word.Key, word.Value[0].Split(' '), others)).Distinct()];
    }

    private static IEnumerable<string> Near(string word, string[] sounds, List<(string Word, string[] Sounds)> others)
    {
        var most = sounds.Length >= LongWord ? 2 : 1;
        return others
            // "wizards" is a wizard said indistinctly, and "whisky" is whiskey.
            .Where(other => Math.Abs(other.Sounds.Length - sounds.Length) <= most && !other.Word.StartsWith(word, StringComparison.Ordinal) && !ChallengeWords.Contains(other.Word))
            .Select(other => (other.Word, Distance: Sounds.Distance(other.Sounds, sounds)))
            .Where(other => other.Distance > 0 && other.Distance <= most)
            .OrderBy(other => other.Distance)
            .Take(MostOfAWord)
            .Select(other => other.Word);
    }
}
