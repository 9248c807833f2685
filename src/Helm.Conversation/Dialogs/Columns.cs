using System.Globalization;
using System.Text;

namespace Helm.Conversation.Dialogs;

/// <summary>Text measured in the columns of a terminal, where an emoji takes two.</summary>
internal static class Columns
{
    public static int Width(string text)
    {
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            width += ElementWidth(elements.GetTextElement());
        }

        return width;
    }

    /// <summary>Exactly this wide: filled with spaces, or cut with an ellipsis.</summary>
    public static string Fit(string text, int width)
    {
        var over = Width(text) - width;

        return over > 0 ? Cut(text, width) : text + new string(' ', -over);
    }

    /// <summary>At least this wide.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    private static string Cut(string text, int width)
    {
        var kept = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && used + ElementWidth(elements.GetTextElement()) < width)
        {
            kept.Append(elements.GetTextElement());
            used += ElementWidth(elements.GetTextElement());
        }

        return kept.Append('…').Append(' ', width - used - 1).ToString();
    }

    private static int ElementWidth(string element)
    {
        var first = Rune.GetRuneAt(element, 0).Value;

        return element.Contains('\ufe0f', StringComparison.Ordinal) || IsWide(first) ? 2 : 1;
    }

    /// <summary>The wide ranges of Unicode's East Asian Width, coarsely: Hangul, CJK, full-width forms, emoji.</summary>
    private static bool IsWide(int rune) =>
        rune is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3)
            or (>= 0xf900 and <= 0xfaff) or (>= 0xff00 and <= 0xff60) or (>= 0x1f300 and <= 0x1faff)
            or (>= 0x20000 and <= 0x3fffd) or 0x26aa or 0x2705 or 0x274c or 0x2753 or 0x26d4;
}
