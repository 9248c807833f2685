using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.Conversation.Dialogs;

/// <summary>Makes any text fit to be read aloud: digits become words, symbols go.</summary>
internal static partial class SpokenText
{
    public static string Of(string text)
    {
        var spoken = SpokenRules.Apply(text);
        spoken = Number().Replace(spoken, Words);
        spoken = spoken.Replace(" & ", " and ", StringComparison.Ordinal);
        spoken = Symbols().Replace(spoken, " ");
        spoken = Spaces().Replace(spoken, " ");

        return SpaceBeforePunctuation().Replace(spoken, "$1").Trim();
    }

    private static string Words(Match match)
    {
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        var isNumber = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && digits.Length <= 18;
        var words = isNumber ? NumberWords.Of(number) : NumberWords.Digits(string.Concat(digits.Where(char.IsAsciiDigit)));
        var unit = match.Groups["unit"].Value.Trim();

        return $" {words}{(Units.TryGetValue(unit, out var said) ? " " + (isNumber && number == 1 ? said : Plural(said)) : "")} ";
    }

    private static string Plural(string unit) => Uncounted.Contains(unit) ? unit
        : unit.Contains(' ', StringComparison.Ordinal) ? unit.Replace(" a ", "s a ", StringComparison.Ordinal)
        : unit + "s";

    private static readonly string[] Uncounted = ["percent", "times", "thousand", "a second"];

    private static readonly Dictionary<string, string> Units = new()
    {
        ["%"] = "percent",
        ["ms"] = "millisecond",
        ["µs"] = "microsecond",
        ["us"] = "microsecond",
        ["ns"] = "nanosecond",
        ["s"] = "second",
        ["h"] = "hour",
        ["m"] = "minute",
        ["min"] = "minute",
        ["d"] = "day",
        ["x"] = "times",
        ["k"] = "thousand",
        ["K"] = "thousand",
        ["kB"] = "kilobyte",
        ["KB"] = "kilobyte",
        ["KiB"] = "kilobyte",
        ["MB"] = "megabyte",
        ["MiB"] = "megabyte",
        ["GB"] = "gigabyte",
        ["GiB"] = "gigabyte",
        ["TB"] = "terabyte",
        ["TiB"] = "terabyte",
        ["/s"] = "a second",
        ["req/s"] = "request a second",
        ["rps"] = "request a second",
    };

    [GeneratedRegex(@"(?<digits>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?<unit>\s?%|\s?(?:ms|µs|ns|kB|KB|KiB|MB|MiB|GB|GiB|TB|TiB|req/s|rps|s|h|x|min)\b|(?:us|m|d|k|K|/s)\b)?")]
    private static partial Regex Number();

    /// <summary>Whatever is neither a letter nor punctuation that a voice makes use of; a hyphen only within a word.</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\s.,;:?!'’-]|(?<!\p{L})-|-(?!\p{L})|[.:](?=\p{L})|(?<!\p{L}|\s)['’](?!\p{L})")]
    private static partial Regex Symbols();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([.,;:?!])")]
    private static partial Regex SpaceBeforePunctuation();
}
