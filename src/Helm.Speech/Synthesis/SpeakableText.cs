using System.Globalization;
using System.Text;

namespace Helm.Speech.Synthesis;

/// <summary>Text as it may go to an engine: plain, without markup or control characters, and bounded.</summary>
internal static class SpeakableText
{
    // Engines take these for markup of their own (SSML, eSpeak's [[phonemes]]) or read them aloud.
    private static readonly HashSet<char> Markup = ['<', '>', '[', ']', '{', '}', '*', '_', '`', '#', '|', '~', '\\', '^'];

    public static string From(string text, int longest)
    {
        var spoken = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var silent = rune.IsBmp && Markup.Contains((char)rune.Value) || IsSilent(Rune.GetUnicodeCategory(rune));
            if (!silent)
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

    private static bool IsSilent(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.OtherSymbol or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    private static string Cut(string text, int longest)
    {
        var space = text.LastIndexOf(' ', longest);
        return text[..(space > 0 ? space : longest)].TrimEnd();
    }
}
