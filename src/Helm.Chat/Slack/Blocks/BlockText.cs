using System.Text.Json.Nodes;

namespace Helm.Chat.Slack.Blocks;

/// <summary>Text objects within their limits.</summary>
internal static class BlockText
{
    /// <summary>Slack reads no markup in it; emoji names stay names.</summary>
    public static JsonObject Plain(string text, int limit) => new()
    {
        ["type"] = "plain_text",
        ["text"] = Cut(OneLine(CommandForm.InSlack(text)), limit),
        ["emoji"] = false,
    };

    /// <summary><paramref name="escaped"/> is inert already; verbatim keeps Slack from making links of it.</summary>
    public static JsonObject Marked(string escaped) => new() { ["type"] = "mrkdwn", ["text"] = escaped, ["verbatim"] = true };

    /// <summary>At most so long, never through a pair of surrogates.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Escaped pieces that each fit, cut at line ends where there are any.</summary>
    public static IEnumerable<string> Pieces(string text, int limit)
    {
        var piece = "";
        foreach (var line in text.Split('\n').SelectMany(line => Chunks(line, limit / 8)))
        {
            var escaped = Mrkdwn.Escape(line);
            if (piece.Length > 0 && piece.Length + 1 + escaped.Length > limit)
            {
                yield return piece;
                piece = "";
            }

            piece = piece.Length == 0 ? escaped : piece + "\n" + escaped;
        }

        if (piece.Trim().Length > 0)
        {
            yield return piece;
        }
    }

    /// <summary>Escaping makes a sign into five at most, so a chunk of an eighth always fits. Words and numbers stay whole where there is a blank to cut at.</summary>
    private static IEnumerable<string> Chunks(string line, int length)
    {
        while (line.Length > length)
        {
            var blank = line.LastIndexOf(' ', length - 1, length / 2);
            var end = blank > 0 ? blank : char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;
            yield return line[..end];
            line = line[(blank > 0 ? end + 1 : end)..];
        }

        yield return line;
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) is { } line && line.Trim().Length > 0 ? line.Trim() : "–";
}
