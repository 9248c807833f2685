using System.Text;

namespace Helm.Chat.BotFramework.Cards;

/// <summary>Text in an Adaptive Card is Markdown with date functions; Helm's text is neither.</summary>
internal static class CardText
{
    private const string Special = "\\`*_[]()#<>~|";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var line in text.Split('\n'))
        {
            escaped.Append(escaped.Length == 0 ? "" : "\n\n"); // one line break alone is none in Markdown
            EscapeLine(escaped, line.TrimEnd('\r'));
        }

        return escaped.ToString();
    }

    private static void EscapeLine(StringBuilder escaped, string line)
    {
        var first = line.Length - line.AsSpan().TrimStart().Length;
        var digits = first;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        for (var index = 0; index < line.Length; index++)
        {
            if (MustEscape(line, index, first, digits))
            {
                escaped.Append('\\');
            }

            if (!IsUnseen(line[index]))
            {
                escaped.Append(line[index]);
            }

            if (line[index] == ':' && line.AsSpan(index + 1).StartsWith("//"))
            {
                escaped.Append('\u200b'); // a zero-width space ends what would become a link
            }
        }
    }

    /// <summary>Terminal sequences, and signs that turn the direction of writing.</summary>
    private static bool IsUnseen(char letter) =>
        (char.IsControl(letter) && letter != '\t') || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool MustEscape(string line, int index, int first, int digits) =>
        Special.Contains(line[index])
        || (index == first && line[index] is '-' or '+')                                      // bullets
        || (index == digits && digits > first && line[index] is '.')                          // "1." begins a list
        || (line[index] == '{' && index + 1 < line.Length && line[index + 1] == '{');         // {{DATE(…)}}
}
