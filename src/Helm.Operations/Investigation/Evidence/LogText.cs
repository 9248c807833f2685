using System.Text.RegularExpressions;

namespace Helm.Operations.Investigation.Evidence;

/// <summary>Takes the usual headers off a log line and finds its level.</summary>
public static partial class LogText
{
    /// <summary>The level in capitals, or empty; and the text without time, request id and level.</summary>
    public static (string Level, string Text) Parse(string line)
    {
        var parts = line.Split('\t', 4);
        if (parts is [var time, _, var level, var text] && time.Length is > 18 and < 32 && char.IsAsciiDigit(time[0]))
        {
            return (level.Trim().ToUpperInvariant(), text.TrimEnd());
        }

        var leading = Leading().Match(line);
        return leading.Success ? (leading.Groups[1].Value.ToUpperInvariant(), line[leading.Length..].Trim()) : (LevelOf(line), line.Trim());
    }

    /// <summary>A level that the text begins with, or that stands after a time and an id.</summary>
    public static string LevelOf(string message) =>
        Level().Match(message.Length > 160 ? message[..160] : message) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : "";

    [GeneratedRegex(@"^\[?(TRACE|DEBUG|INFO|NOTICE|NOTE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\]?:?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:^|[\s\[|])(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)(?:[\s\]:|]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Level();
}
