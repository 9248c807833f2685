using System.Text;

namespace Helm.Conversation.Intents.Slash;

/// <summary>A command line cut at its blanks, quotes kept together: <c>/helm:status --env "prod"</c>.</summary>
internal static class SlashText
{
    private const int MostParts = 40;
    private const int MostCharacters = 2000;

    /// <summary>Null when it is no command line of Helm, or longer than any.</summary>
    public static List<string>? Cut(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length is 0 or > MostCharacters || start[0] != '/')
        {
            return null;
        }

        var parts = Parts(start.TrimEnd()[1..]);

        return parts.Count is 0 or > MostParts ? null : parts;
    }

    private static List<string> Parts(ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var (quote, quoted) = ('\0', false);
        foreach (var letter in text)
        {
            if (letter == quote || (quote == '\0' && IsQuote(letter)))
            {
                quote = quote == '\0' ? Closing(letter) : '\0';
                quoted = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(letter))
            {
                End(parts, part, ref quoted);
            }
            else
            {
                part.Append(letter);
            }
        }

        End(parts, part, ref quoted);

        return parts;
    }

    private static void End(List<string> parts, StringBuilder part, ref bool quoted)
    {
        if (part.Length > 0 || quoted)
        {
            parts.Add(part.ToString());
        }

        part.Clear();
        quoted = false;
    }

    private static bool IsQuote(char letter) => letter is '"' or '\'' or '“';

    private static char Closing(char letter) => letter == '“' ? '”' : letter;
}
