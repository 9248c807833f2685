using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.Conversation.Intents.Entities;

/// <summary>Lengths of time: "1h30m", "two hours and a quarter", "half an hour", "quarter of an hour".</summary>
internal static partial class Durations
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    private static readonly Dictionary<string, int> UnitSeconds = Units(
        (1, "s sec secs second seconds"),
        (Minute, "m min mins minute minutes"),
        (Hour, "h hr hrs hour hours"),
        (Day, "d day days"),
        (7 * Day, "w wk week weeks"),
        (14 * Day, "fortnight"),
        (30 * Day, "month months"));

    public static IEnumerable<string> Words => UnitSeconds.Keys.Where(unit => unit.Length > 1);

    /// <summary>In seconds; end = start when there is none.</summary>
    public static (int Seconds, int End) Read(IReadOnlyList<string> words, int start)
    {
        var (seconds, end) = One(words, start);
        if (end > start && end + 1 < words.Count && words[end] is "and" && One(words, end + 1) is var (more, last) && last > end + 1)
        {
            return (seconds + more, last);
        }

        return end > start && One(words, end) is var (next, after) && after > end && next < seconds
            ? (seconds + next, after)
            : (seconds, end);
    }

    public static int? Unit(string word) => UnitSeconds.TryGetValue(word, out var seconds) ? seconds : null;

    public static string Iso(int seconds) =>
        seconds switch
        {
            _ when seconds % Day == 0 => string.Create(CultureInfo.InvariantCulture, $"P{seconds / Day}D"),
            _ when seconds % Hour == 0 => string.Create(CultureInfo.InvariantCulture, $"PT{seconds / Hour}H"),
            _ when seconds % Minute == 0 => string.Create(CultureInfo.InvariantCulture, $"PT{seconds / Minute}M"),
            _ => string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S"),
        };

    private static (int Seconds, int End) One(IReadOnlyList<string> words, int start)
    {
        if (start >= words.Count)
        {
            return (0, start);
        }

        if (Compact(words[start]) is { } compact)
        {
            return (compact, start + 1);
        }

        if (words[start] is "next" or "coming" && start + 1 < words.Count && Unit(words[start + 1]) is { } one)
        {
            return (one, start + 2);
        }

        var part = Fraction(words, start);

        return part.Seconds > 0 ? part : Counted(words, start);
    }

    /// <summary>"1h30m", and ISO 8601 as Helm writes it: "PT90M".</summary>
    private static int? Compact(string word)
    {
        word = word.StartsWith("pt", StringComparison.Ordinal) ? word[2..] : word.StartsWith('p') ? word[1..] : word;
        if (word.Length < 2 || word.Length > 12 || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var match = CompactPattern().Match(word);
        if (!match.Success)
        {
            return null;
        }

        var seconds = 0L;
        foreach (var (number, unit) in match.Groups["n"].Captures.Zip(match.Groups["u"].Captures))
        {
            seconds += long.Parse(number.ValueSpan, CultureInfo.InvariantCulture) * UnitSeconds[unit.Value];
        }

        return Whole(seconds);
    }

    /// <summary>"half an hour", "half a day", "a quarter of an hour", "three quarters of an hour", "half hour".</summary>
    private static (int Seconds, int End) Fraction(IReadOnlyList<string> words, int start)
    {
        var (quarters, at) = Quarters(words, words[start] is "a" && start + 1 < words.Count ? start + 1 : start);
        while (at < words.Count && words[at] is "of" or "an" or "a")
        {
            at++;
        }

        return quarters > 0 && at < words.Count && Unit(words[at]) is { } unit
            ? (unit / 4 * quarters, at + 1)
            : (0, start);
    }

    private static (int Quarters, int End) Quarters(IReadOnlyList<string> words, int at) =>
        words[at] switch
        {
            "half" => (2, at + 1),
            "quarter" => (1, at + 1),
            "three" when at + 1 < words.Count && words[at + 1] is "quarters" => (3, at + 2),
            _ => (0, at),
        };

    /// <summary>"two hours", "an hour and a half", "two and a half hours".</summary>
    private static (int Seconds, int End) Counted(IReadOnlyList<string> words, int start)
    {
        var (number, at) = Count(words, start);
        if (at == start || at >= words.Count)
        {
            return (0, start);
        }

        if (Half(words, at) && at + 3 < words.Count && Unit(words[at + 3]) is { } split)
        {
            return (Whole((number + 0.5m) * split), at + 4);
        }

        return Unit(words[at]) is not { } unit ? (0, start)
            : Half(words, at + 1) ? (Whole((number + 0.5m) * unit), at + 4)
            : (Whole(number * unit), at + 1);
    }

    private static (decimal Number, int End) Count(IReadOnlyList<string> words, int start) =>
        Numbers.Read(words, start) is (_, var end) read && end > start ? read
        : words[start] is "an" or "a" ? (1, start + 1)
        : (0, start);

    private static Dictionary<string, int> Units(params (int Seconds, string Words)[] units) =>
        units.SelectMany(unit => unit.Words.Split(' ').Select(word => (word, unit.Seconds)))
            .ToDictionary(pair => pair.word, pair => pair.Seconds);

    private static bool Half(IReadOnlyList<string> words, int at) =>
        at + 2 < words.Count && words[at] is "and" && words[at + 1] is "a" && words[at + 2] is "half";

    /// <summary>Ten years are more than anyone means.</summary>
    private static int Whole(decimal seconds) => (int)Math.Min(seconds, 3650m * Day);

    [GeneratedRegex("^(?:(?<n>[0-9]{1,5})(?<u>[smhdw]|min|mins|hr|hrs))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex CompactPattern();
}
