using System.Globalization;
using System.Text;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Booleans;

/// <summary>Finds the yes or no of an answer, and how much of the answer it is: "yes" alone scores 1, among other words less.</summary>
internal static class BooleanRecognizer
{
    private static readonly Dictionary<string, bool> Words = WordTable.Texts(
        """
        true=yes yes=yes yep=yes yup=yes yeah=yes y=yes sure=yes ok=yes agree=yes 👍=yes 👌=yes
        false=no no=no nope=no nop=no disagree=no 👎=no 🖐=no ✋=no
        """).ToDictionary(entry => entry.Key, entry => entry.Value == "yes");

    // "not ok" is one word of refusal; "not" alone says nothing.
    private static readonly Dictionary<string, bool> SecondWords = new() { ["ok"] = false };

    public static IReadOnlyList<Recognised> Recognize(string input)
    {
        var words = Cut(input);
        (int Start, int End, bool Value, int Words)? best = null;
        for (var at = 0; at < words.Count; at++)
        {
            if (Match(words, at) is { } match && (best is null || match.Words > best.Value.Words))
            {
                best = match;
            }

            at += words[at].Text == "not" && SecondWords.ContainsKey(words[Math.Min(at + 1, words.Count - 1)].Text) ? 1 : 0;
        }

        return best is { } found ? [Result(input, found, words.Count)] : [];
    }

    private static Recognised Result(string input, (int Start, int End, bool Value, int Words) found, int total) =>
        new(input[found.Start..found.End], found.Start, found.End - 1, "boolean", new Dictionary<string, object?>
        {
            ["value"] = found.Value,
            ["score"] = 0.4 + (0.6 * ((double)found.Words / total)),
        });

    private static (int Start, int End, bool Value, int Words)? Match(List<Word> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : default;
        if (words[at].Text == "not" && next.Text is { } second && SecondWords.TryGetValue(second, out var refused))
        {
            return (words[at].Start, next.End, refused, 2);
        }

        if (!Words.TryGetValue(words[at].Text, out var value))
        {
            return null;
        }

        var toned = next.IsSkinTone && next.Start == words[at].End;
        return (words[at].Start, toned ? next.End : words[at].End, value, toned ? 2 : 1);
    }

    /// <summary>Words and pictures; a skin tone counts as a word of its own, as the published score does.</summary>
    private static List<Word> Cut(string input)
    {
        var words = new List<Word>();
        for (var at = 0; at < input.Length;)
        {
            _ = Rune.DecodeFromUtf16(input.AsSpan(at), out var rune, out var length);
            var end = at + length;
            if (IsLetter(rune))
            {
                while (end < input.Length && Rune.DecodeFromUtf16(input.AsSpan(end), out rune, out length) == 0 && IsLetter(rune))
                {
                    end += length;
                }

                words.Add(new Word(input[at..end].ToLowerInvariant(), at, end, false));
            }
            else if (IsPicture(rune))
            {
                words.Add(Picture(input, at, end, rune.Value is >= 0x1F3FB and <= 0x1F3FF));
            }

            at = end;
        }

        return words;
    }

    /// <summary>The raised hand is an older sign, and seen only by its skin tone.</summary>
    private static Word Picture(string input, int at, int end, bool tone) =>
        tone && at > 0 && input[at - 1] == '\u270B' ? new Word("\u270B", at - 1, end, false) : new Word(input[at..end], at, end, tone);

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '_';

    /// <summary>Only the pictures outside of the basic plane: the specification takes the older signs for punctuation.</summary>
    private static bool IsPicture(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol && rune.Value > 0xFFFF;

    private readonly record struct Word(string Text, int Start, int End, bool IsSkinTone);
}
