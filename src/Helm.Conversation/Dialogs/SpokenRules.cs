using System.Globalization;
using System.Text.RegularExpressions;
using Humanizer;

namespace Helm.Conversation.Dialogs;

/// <summary>How what is written with digits and signs is said, one line a kind; the first that fits has it, the rest are plain numbers.</summary>
internal static partial class SpokenRules
{
    private const int MostCharactersSpelled = 8;
    private const int LongestNumber = 9;

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["<"] = " less than",
        [">"] = " more than",
        ["<="] = " at most",
        [">="] = " at least",
        ["≤"] = " at most",
        ["≥"] = " at least",
        ["~"] = " about",
        ["≈"] = " about",
        ["±"] = " plus or minus",
        ["+"] = " plus",
        ["-"] = " minus",
        ["−"] = " minus",
        ["#"] = " number",
    };

    private static readonly (Regex Written, Func<Match, string> Said)[] Rules =
    [
        (AllDay(), _ => "twenty-four seven"),
        (Stamp(), match => Day(match) + (match.Groups["hour"].Success ? " at " + Clock(match) : "")),
        (Time(), Clock),
        (Money(), match => Count(Number(match, "whole"), "dollar") + (match.Groups["cents"] is { Success: true, Value: not "00" } ? " and " + Count(Number(match, "cents"), "cent") : "")),
        (Uuid(), match => Spelled(match.Value)),
        (Hexadecimal(), match => Spelled(match.Value)),
        (Address(), match => Parts(match.Groups["parts"].Value, " dot ")),
        (Version(), match => (match.Groups["v"].Success ? "version " : "") + Parts(match.Groups["parts"].Value, " point ")),
        (HttpStatus(), match => $"{match.Groups["what"].Value} {Status(match.Groups["code"].Value)}"),
        (HttpClass(), match => $"{NumberWords.Digits(match.Groups["class"].Value)} hundreds"),
        (Duration(), Spans),
        (Ratio(), match => $"{Whole(match.Groups["part"].Value)} out of {Whole(match.Groups["whole"].Value)}"),
        (Range(), match => $"{match.Groups["from"].Value} to {match.Groups["to"].Value}"),
        (Ordinal(), match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture).ToOrdinalWords(CultureInfo.InvariantCulture)),
        (Identifier(), match => $"{match.Groups["name"].Value} {Id(match.Groups["number"].Value)}"),
        (Sign(), match => Signs[match.Groups["sign"].Value] + " "),
        (LongNumber(), match => NumberWords.Digits(match.Value)),
    ];

    public static string Apply(string text) =>
        Rules.Aggregate(text, (said, rule) => rule.Written.Replace(said, match => $" {rule.Said(match)} "));

    /// <summary>"infra-001" is "infra one", the way it may be answered; what has more digits is said digit by digit.</summary>
    private static string Id(string digits) => digits.TrimStart('0') is { Length: 1 or 2 } few ? Whole(few) : NumberWords.Digits(digits);

    private static string Day(Match match) =>
        DateOnly.TryParseExact($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)} {day.Day.ToOrdinalWords(CultureInfo.InvariantCulture)}, {Year(day.Year)}"
            : NumberWords.Digits(string.Concat(match.Value.Where(char.IsAsciiDigit)));

    private static string Year(int year) => year % 1000 < 10 ? NumberWords.Of(year)
        : $"{NumberWords.Of(year / 100)} {(year % 100 < 10 ? "oh " : "")}{(year % 100 == 0 ? "hundred" : NumberWords.Of(year % 100))}";

    private static string Clock(Match match) =>
        Phrasing.ForEar.Time(new DateTimeOffset(2000, 1, 1, (int)Number(match, "hour"), (int)Number(match, "minute"), 0, TimeSpan.Zero));

    private static string Status(string code) => code switch
    {
        [var first, '0', '0'] => $"{NumberWords.Digits($"{first}")} hundred",
        [var first, '0', var last] => $"{NumberWords.Digits($"{first}")} oh {NumberWords.Digits($"{last}")}",
        _ => $"{NumberWords.Digits(code[..1])} {Whole(code[1..])}",
    };

    private static string Spans(Match match)
    {
        (string Group, string Unit)[] units = [("days", "day"), ("hours", "hour"), ("minutes", "minute"), ("seconds", "second")];
        var said = units.Where(unit => match.Groups[unit.Group].Success).Select(unit => (Number(match, unit.Group), unit.Unit));
        return string.Join(' ', Phrasing.ForEar.Kept(said).Select(part => Count(part.Count, part.Unit)));
    }

    private static string Parts(string numbers, string between) => string.Join(between, numbers.Split('.').Select(Whole));

    /// <summary>Sign by sign; of a long one the beginning, which is enough to find it.</summary>
    private static string Spelled(string id)
    {
        var said = string.Join(' ', id.Where(char.IsAsciiLetterOrDigit).Take(MostCharactersSpelled)
            .Select(sign => char.IsAsciiDigit(sign) ? NumberWords.Digits($"{sign}") : $"{sign}"));
        return id.Length > 2 * MostCharactersSpelled ? said + " and so on" : said;
    }

    private static string Count(decimal number, string unit) => Phrasing.ForEar.Count(number, unit);

    private static string Whole(string digits) => digits.Length <= LongestNumber ? NumberWords.Of(decimal.Parse(digits, CultureInfo.InvariantCulture)) : NumberWords.Digits(digits);

    private static decimal Number(Match match, string group) =>
        decimal.Parse(match.Groups[group].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])24/7(?![\d/])")]
    private static partial Regex AllDay();

    [GeneratedRegex(@"\b(?<year>[12]\d{3})-(?<month>[01]\d)-(?<day>[0-3]\d)(?:[T ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?Z?)?\b")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?<![\d:.])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])")]
    private static partial Regex Time();

    [GeneratedRegex(@"\$(?<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(?<cents>\d{2}))?(?![\d,.]*\d)")]
    private static partial Regex Money();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")]
    private static partial Regex Uuid();

    /// <summary>A commit, an instance: letters and digits mixed, so that neither a word nor a number is taken for one.</summary>
    [GeneratedRegex(@"\b(?:[a-z]{1,5}-)?(?=[a-f]{0,64}[0-9])(?=[0-9]{0,64}[a-f])[0-9a-f]{6,64}\b")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"(?<![\d.])(?<parts>\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:\b(?<v>[vV])(?<parts>\d{1,9}(?:\.\d{1,9}){0,5})|(?<![\d.])(?<parts>\d{1,9}(?:\.\d{1,9}){2,5}))(?![\d.]*\d)")]
    private static partial Regex Version();

    [GeneratedRegex(@"\b(?<what>HTTP|http|status|code|error|errors|returns|returned) (?<code>[1-5]\d\d)(?![\d.,%]*\d|%|\w)")]
    private static partial Regex HttpStatus();

    [GeneratedRegex(@"\b(?<class>[1-5])xx\b")]
    private static partial Regex HttpClass();

    [GeneratedRegex(@"(?<![\w.,])(?=\d)(?:(?<days>\d{1,6})d ?)?(?:(?<hours>\d{1,6})h ?)?(?:(?<minutes>\d{1,6})(?:m|min) ?)?(?:(?<seconds>\d{1,6})s)?(?<=[dhmns] ?)(?!\w)")]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<![\d./])(?<part>\d+)/(?<whole>\d+)(?![\d/])")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"(?<![\w.,-])(?<from>\d[\d,.]{0,12}) ?[-–] ?(?=\d)(?<to>\d[\d,.]{0,12})(?![\w-]*\d|-)")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?<number>\d{1,4})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b(?<name>[A-Za-z]+)-(?<number>\d+)\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<![\w.,)])(?<sign><=|>=|[<>≤≥~≈±+−#-]) ?(?=\d)")]
    private static partial Regex Sign();

    /// <summary>An account, a telephone: nobody says it as a number; nor what begins with a zero.</summary>
    [GeneratedRegex(@"(?<![\d.,])(?:\d{10,}|0\d+)(?![\d,]*[.,]?\d)")]
    private static partial Regex LongNumber();
}
