using System.Globalization;
using Humanizer;

namespace Helm.Conversation.Dialogs;

/// <summary>Numbers as they are spoken in American English.</summary>
internal static class NumberWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>5.2 is "five point two", 1250 is "twelve hundred fifty".</summary>
    public static string Of(decimal number)
    {
        if (number < 0)
        {
            return "minus " + Of(-number);
        }

        var written = number.ToString("0.############", CultureInfo.InvariantCulture);
        var point = written.IndexOf('.', StringComparison.Ordinal);

        return point < 0 ? Whole(number, written) : $"{Whole(decimal.Floor(number), written[..point])} point {Digits(written[(point + 1)..])}";
    }

    /// <summary>Digit by digit: "zero two".</summary>
    public static string Digits(string digits) => string.Join(' ', digits.Select(digit => Words(digit - '0')));

    private static string Whole(decimal number, string written) => number switch
    {
        > long.MaxValue => Digits(written),

        // "twelve hundred fifty", but "two thousand" and "one thousand fifty".
        >= 1000 and < 2000 when number % 1000 >= 100 => $"{Words((long)number / 100)} hundred{Rest((long)number % 100)}",
        _ => Words((long)number),
    };

    private static string Rest(long rest) => rest == 0 ? "" : " " + Words(rest);

    // Without addAnd Humanizer 2.14 still says "two hundred and fifty thousand".
    private static string Words(long number) => number.ToWords(English, addAnd: false).Replace(" and ", " ", StringComparison.Ordinal);
}
