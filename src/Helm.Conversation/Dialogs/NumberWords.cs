using System.Globalization;

namespace Helm.Conversation.Dialogs;

/// <summary>Numbers as they are spoken in American English.</summary>
/// <remarks>Humanizer 2.14.1 cannot be loaded under invariant globalisation, and says "one thousand two hundred and fifty".</remarks>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (decimal Size, string Word)[] Scales =
    [
        (1_000_000_000_000_000m, "quadrillion"), (1_000_000_000_000m, "trillion"), (1_000_000_000m, "billion"),
        (1_000_000m, "million"), (1_000m, "thousand"),
    ];

    /// <summary>5.2 is "five point two", 1250 is "twelve hundred fifty".</summary>
    public static string Of(decimal number)
    {
        if (number < 0)
        {
            return "minus " + Of(-number);
        }

        var written = number.ToString("0.############", CultureInfo.InvariantCulture);
        var point = written.IndexOf('.', StringComparison.Ordinal);

        return point < 0 ? Whole(number) : $"{Whole(decimal.Floor(number))} point {Digits(written[(point + 1)..])}";
    }

    /// <summary>Digit by digit: "zero two".</summary>
    public static string Digits(string digits) => string.Join(' ', digits.Select(digit => Small[digit - '0']));

    private static string Whole(decimal number) => number switch
    {
        < 20 => Small[(int)number],
        < 100 => Tens[(int)number / 10] + (number % 10 == 0 ? "" : "-" + Small[(int)number % 10]),
        < 1000 => Join(Small[(int)number / 100] + " hundred", number % 100),

        // "twelve hundred fifty", but "two thousand" and "one thousand fifty".
        < 10_000 when number % 1000 >= 100 && number / 100 < 20 => Join(Whole(decimal.Floor(number / 100)) + " hundred", number % 100),
        _ => Scaled(number),
    };

    private static string Scaled(decimal number)
    {
        var (size, word) = Scales.First(scale => number >= scale.Size);
        var count = decimal.Floor(number / size);

        return Join($"{Thousands(count)} {word}", number % size);
    }

    private static string Thousands(decimal count) => count < 1000 ? Whole(count) : Scaled(count);

    private static string Join(string head, decimal rest) => rest == 0 ? head : $"{head} {Whole(rest)}";
}
