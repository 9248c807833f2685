using System.Globalization;

namespace Helm.Conversation.Intents.Entities;

/// <summary>Numbers as digits and as words: "1500", "1.5k", "fifteen hundred", "twelve hundred and fifty".</summary>
internal static class Numbers
{
    private static readonly Dictionary<string, int> Units = Count(
        0,
        1,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");

    private static readonly Dictionary<string, int> Tens =
        Count(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");

    private static readonly Dictionary<string, int> Ordinals = Count(
        1,
        1,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth");

    public static IEnumerable<string> Words => Units.Keys.Concat(Tens.Keys).Concat(Ordinals.Keys)
        .Concat(["last", "hundred", "thousand", "dozen", "half"]);

    /// <summary>The number that starts at a word; end = start when none does.</summary>
    public static (decimal Value, int End) Read(IReadOnlyList<string> words, int start)
    {
        if (start < words.Count && Digits(words[start]) is { } digits)
        {
            return (digits, start + 1);
        }

        var few = Article(words, start);

        return few.Value > 0 ? few : Compose(words, start);
    }

    /// <summary>1 is the first and the top of a list, -1 the last.</summary>
    public static int? Ordinal(IReadOnlyList<string> words, int at) => IsAdverb(words, at) ? null : Ordinal(words[at]);

    private static int? Ordinal(string word) =>
        word is "last" or "final" or "bottom" ? -1
        : word is "top" ? 1
        : Ordinals.TryGetValue(word, out var ordinal) ? ordinal
        : Suffixed(word);

    /// <summary>"Show me the logs first" names no place in a list; "the first" and "ack first" do.</summary>
    private static bool IsAdverb(IReadOnlyList<string> words, int at) =>
        words[at] == "first" && at == words.Count - 1 && at > 1
        && words[at - 1] is not ("the" or "that" or "your" or "my" or "our" or "and" or "or" or "not" or "very" or "meant" or "mean" or "said" or "wanted");

    private static int? Suffixed(string word) =>
        word.Length is > 2 and < 6 && word[^2..] is ("st" or "nd" or "rd" or "th")
            && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;

    /// <summary>One digit of "infra zero zero one"; an "oh" is a zero.</summary>
    public static string? Digit(string word) =>
        word is "oh" or "o" ? "0"
        : Units.TryGetValue(word, out var unit) && unit < 10 ? unit.ToString(CultureInfo.InvariantCulture)
        : word.All(char.IsAsciiDigit) ? word
        : null;

    private static Dictionary<string, int> Count(int from, int step, string words) =>
        words.Split(' ').Select((word, index) => (word, index)).ToDictionary(pair => pair.word, pair => from + (pair.index * step));

    private static decimal? Digits(string word)
    {
        var thousands = word.Length > 1 && word[^1] == 'k';

        return word.Length < 12 && char.IsAsciiDigit(word[0])
            && decimal.TryParse(
                thousands ? word[..^1] : word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * (thousands ? 1000 : 1)
            : null;
    }

    /// <summary>"a couple of", "a dozen", "a hundred".</summary>
    private static (decimal Value, int End) Article(IReadOnlyList<string> words, int start)
    {
        var at = start < words.Count && words[start] is "a" ? start + 1 : start;

        return at < words.Count ? words[at] switch
        {
            "couple" => (2, at + 1 < words.Count && words[at + 1] is "of" ? at + 2 : at + 1),
            "dozen" => (12, at + 1),
            "hundred" when at > start => (100, at + 1),
            "thousand" when at > start => (1000, at + 1),
            _ => (0, start),
        } : (0, start);
    }

    private static (decimal Value, int End) Compose(IReadOnlyList<string> words, int start)
    {
        var (total, part, at) = (0m, 0m, start);
        while (at < words.Count)
        {
            if (Small(words, at, part) is var (small, end) && end > at && (at == start || Follows(words[at - 1])))
            {
                (part, at) = (part + small, end);
            }
            else if (at > start && Multiplied(words[at], total, part) is { } multiplied)
            {
                (total, part) = multiplied;
                at++;
            }
            else if (at > start && JoinsWithAnd(words, at))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return (total + part, at);
    }

    private static (decimal Total, decimal Part)? Multiplied(string word, decimal total, decimal part) =>
        word switch
        {
            "hundred" when part is > 0 and < 100 => (total, part * 100),
            "thousand" when total == 0 && part > 0 => (part * 1000, 0),
            _ => null,
        };

    /// <summary>Below a hundred; only a round part may be followed: "twelve hundred fifty".</summary>
    private static (decimal Value, int End) Small(IReadOnlyList<string> words, int at, decimal part)
    {
        if (part % 100 == 0 && Tens.TryGetValue(words[at], out var tens))
        {
            return at + 1 < words.Count && Units.TryGetValue(words[at + 1], out var unit) && unit is > 0 and < 10
                ? (tens + unit, at + 2)
                : (tens, at + 1);
        }

        return Units.TryGetValue(words[at], out var small) ? (small, at + 1) : (0, at);
    }

    private static bool Follows(string before) => before is "hundred" or "thousand" or "and";

    private static bool JoinsWithAnd(IReadOnlyList<string> words, int at) =>
        words[at] is "and" && words[at - 1] is "hundred" or "thousand"
        && at + 1 < words.Count && (Units.ContainsKey(words[at + 1]) || Tens.ContainsKey(words[at + 1]));
}
