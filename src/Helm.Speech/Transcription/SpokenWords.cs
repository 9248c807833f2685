using System.Text;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>Text as the words that are said: lower case, letters and apostrophes, digits by name.</summary>
internal static class SpokenWords
{
    private static readonly string[] Digits =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.ToLowerInvariant().Append(' '))
        {
            if (character is >= 'a' and <= 'z' || (character == '\'' && word.Length > 0))
            {
                word.Append(character);
                continue;
            }

            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (character is >= '0' and <= '9')
            {
                words.Add(Digits[character - '0']);
            }
        }

        return words;
    }

    /// <summary>What a decoder wrote, without the wake phrase in front.</summary>
    public static IReadOnlyList<string> OfHypothesis(string? hypothesis, WakePhrase phrase) =>
        phrase.Strip((hypothesis ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
