using System.Text;

namespace Helm.Chat.Slack.Blocks;

/// <summary>Text in Slack's mrkdwn of which nothing is markup, mention or link, whatever it says.</summary>
internal static class Mrkdwn
{
    /// <summary>
    /// Angle brackets and ampersands become entities, as Slack asks for. For the signs of markup it knows no escape: where one
    /// could begin or end something it is replaced by its twin, while <c>checkout_api</c> stays as it can be copied.
    /// </summary>
    public static string Escape(string said)
    {
        var text = CommandForm.InSlack(said);
        var escaped = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => StartsLine(text, index) ? "›" : "&gt;", // &gt; at the start of a line is a quotation
                '*' => "∗",
                '`' => "ˋ",
                '_' when !IsWithinWord(text, index) => "ˍ",
                '~' => "∼",
                ':' when IsLink(text, index) => ":\u200b", // a zero-width space ends what would become a link
                '@' or '#' when !IsWithinWord(text, index) => letter + "\u200b",
                _ when char.IsControl(letter) && letter != '\n' => " ",
                _ when IsInvisible(letter) => "",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static bool StartsLine(string text, int index) => text.AsSpan(text.LastIndexOf('\n', index) + 1)[..(index - text.LastIndexOf('\n', index) - 1)].Trim(" \t>").IsEmpty;

    private static bool IsWithinWord(string text, int index) =>
        index > 0 && index + 1 < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index + 1]);

    private static bool IsLink(string text, int index) =>
        index > 0 && char.IsLetter(text[index - 1]) && (text.AsSpan(index + 1).StartsWith("//") || text.AsSpan(0, index).EndsWith("mailto", StringComparison.OrdinalIgnoreCase));

    /// <summary>Signs that turn the direction of writing could make a name look like another.</summary>
    private static bool IsInvisible(char letter) => letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
