using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.Conversation.Dialogs;

/// <summary>Makes any text fit to be read aloud: digits become words, symbols go.</summary>
internal static partial class SpokenText
{
    public static string Of(string text)
    {
        var spoken = Ratio().Replace(text, "$1 out of $2");
        spoken = Identifier().Replace(spoken, match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        spoken = Number().Replace(spoken, Words);
        spoken = spoken.Replace(" & ", " and ", StringComparison.Ordinal);
        spoken = Symbols().Replace(spoken, " ");
        spoken = Spaces().Replace(spoken, " ");

        return SpaceBeforePunctuation().Replace(spoken, "$1").Trim();
    }

    private static string Words(Match match)
    {
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        var words = digits.Length > 18 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? NumberWords.Digits(string.Concat(digits.Where(char.IsAsciiDigit)))
            : NumberWords.Of(number);

        return $" {words}{Unit(match.Groups["unit"].Value)} ";
    }

    private static string Unit(string unit) => unit switch
    {
        "%" => " percent",
        "ms" => " milliseconds",
        "s" => " seconds",
        "h" => " hours",
        "x" => " times",
        _ => "",
    };

    [GeneratedRegex(@"(?<![\d./])(\d+)/(\d+)(?![\d/])")]
    private static partial Regex Ratio();

    /// <summary>The number of "infra-001" is spoken as "one", the way it may be answered.</summary>
    [GeneratedRegex(@"\b([A-Za-z]+)-0*(\d+)\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<digits>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s?(?<unit>%|(?:ms|s|h|x)\b)?")]
    private static partial Regex Number();

    /// <summary>Whatever is neither a letter nor punctuation that a voice makes use of; a hyphen only within a word.</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\s.,;:?!'’-]|(?<!\p{L})-|-(?!\p{L})|(?<=\S)[.:](?=\p{L})|(?<!\p{L}|\s)['’](?!\p{L})")]
    private static partial Regex Symbols();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([.,;:?!])")]
    private static partial Regex SpaceBeforePunctuation();
}
