using System.Text.RegularExpressions;

namespace Helm.Speech.Synthesis;

/// <summary>Finds what people spell out in a sentence: "rds" letter by letter, the number of "infra-001" digit by digit.</summary>
internal static partial class SpokenParts
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "mr", "mrs", "dr", "st", "vs", "hmm", "shh", "nth", "tv" };

    public static bool HasSpelled(string text) => Of(text).Any(part => part.IsSpelled);

    /// <summary>The sentence in pieces; together they are all of it, but for the hyphens of ids.</summary>
    public static IEnumerable<(string Text, bool IsSpelled)> Of(string sentence)
    {
        var at = 0;
        foreach (Match match in Spelled().Matches(sentence))
        {
            if (Words.Contains(match.Value))
            {
                continue;
            }

            if (match.Index > at)
            {
                yield return (WithoutHyphen(sentence[at..match.Index], match), false);
            }

            yield return (match.Value, true);
            at = match.Index + match.Length;
        }

        if (at < sentence.Length)
        {
            yield return (sentence[at..], false);
        }
    }

    private static string WithoutHyphen(string before, Match match) =>
        char.IsAsciiDigit(match.Value[0]) && before.EndsWith('-') ? before[..^1] + " " : before;

    /// <summary>Letters without a vowel; the number of an id; a number that begins with nothing.</summary>
    [GeneratedRegex("""\b[b-df-hj-np-tv-xz]{2,5}\b|(?<=(?<!-)\b[a-z]{2,}-)[0-9]+\b|(?<![0-9.,:])0[0-9]+\b(?!:)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();
}
