using System.Text;

namespace Helm.Chat.Slack;

/// <summary>What a person typed in Slack, as plain words.</summary>
internal static class SlackText
{
    private const int Longest = 4000;

    /// <summary>Without the mention of Helm, entities unescaped, control characters taken for blanks.</summary>
    public static string Plain(string? text, string? bot)
    {
        var said = text ?? "";
        if (bot is not null)
        {
            said = said.Replace($"<@{bot}>", " ", StringComparison.Ordinal);
        }

        var plain = new StringBuilder(said.Length);
        foreach (var letter in Unescape(said.Length > Longest ? said[..Longest] : said))
        {
            plain.Append(char.IsControl(letter) && letter != '\n' ? ' ' : letter);
        }

        return plain.ToString().Trim();
    }

    /// <summary>The ampersand last, so that nothing is unescaped twice.</summary>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary><c>/helm status --env=prod</c> is the command <c>/helm:status --env=prod</c>; without flags the words are a sentence.</summary>
    public static string OfCommand(string text) => Plain(text, null) switch
    {
        "" => "help",
        ['/', ..] whole => whole,
        var words when words.Split(' ').Any(word => word.StartsWith("--", StringComparison.Ordinal)) => "/helm:" + words,
        var words => words,
    };
}
