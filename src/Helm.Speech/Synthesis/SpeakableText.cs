using System.Globalization;
using System.Text;

namespace Helm.Speech.Synthesis;

/// <summary>Text as it may go to an engine: plain, without markup or control characters, and bounded.</summary>
internal static class SpeakableText
{
    // Engines take these for markup of their own (SSML, eSpeak's [[phonemes]]) or read them aloud.
    private static readonly HashSet<char> Markup = ['<', '>', '[', ']', '{', '}', '*', '_', '`', '#', '|', '~', '\\', '^'];

    private static readonly HashSet<UnicodeCategory> Silent =
    [
        UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.Surrogate, UnicodeCategory.PrivateUse,
        UnicodeCategory.OtherNotAssigned, UnicodeCategory.OtherSymbol,
    ];

    public static string From(string text, int longest)
    {
        var spoken = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsSilent(rune))
            {
                spoken.Append(rune.ToString());
            }
            else if (spoken is { Length: > 0 } && spoken[^1] != ' ')
            {
                spoken.Append(' ');
            }

            if (spoken.Length > longest)
            {
                return Cut(spoken.ToString(), longest);
            }
        }

        return spoken.ToString().Trim();
    }

    private static bool IsSilent(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || (rune.IsBmp && Markup.Contains((char)rune.Value))
        || Silent.Contains(Rune.GetUnicodeCategory(rune));

    private static string Cut(string text, int longest)
    {
        var space = text.LastIndexOf(' ', longest);
        return text[..(space > 0 ? space : longest)].TrimEnd();
    }
}
