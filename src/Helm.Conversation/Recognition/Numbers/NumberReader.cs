using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads one number of any form at a place of a line; the forms are tried in the order of this page.</summary>
internal static class NumberReader
{
    private const int Longest = 32;

    public static NumberPhrase? Read(TokenLine line, int at) =>
        Signed(line, at)
        ?? Sign(line, at)
        ?? FractionWords.Read(line, at)
        ?? Figures.Read(line, at)
        ?? Dozens(line, at)
        ?? PointWords(line, at)
        ?? IntegerWords.Read(line, at);

    /// <summary>At most fifteen figures, as the specification prints every value.</summary>
    public static string Print(double value) => value.ToString("G15", CultureInfo.InvariantCulture);

    private static NumberPhrase? Signed(TokenLine line, int at)
    {
        var word = line[at].Text is "minus" or "negative";
        if (!word && !Dash(line, at))
        {
            return null;
        }

        return line[at + 1].Text is not ("minus" or "negative" or "-") && Read(line, at + 1) is { } number ? number.Negated : null;
    }

    /// <summary>A dash before figures is a minus, unless a word touches it or a number stands before it: "abc-3", "5 - 3", "10k - 2".</summary>
    private static bool Dash(TokenLine line, int at)
    {
        if (!line.Is(at, "-") || !(line[at + 1].IsDigits || (line.Is(at + 1, ".") && line.Joined(at + 1))))
        {
            return false;
        }

        var multiplied = line.JoinedIs(at - 1, line[at - 1].Text) && line[at - 2].IsDigits && NumberWords.Letters.ContainsKey(line.Source[line[at - 1].Start..line[at - 1].End]);
        return !line[at - 1].IsDigits && !multiplied && !(line.Joined(at) && line[at - 1].IsWord);
    }

    private static NumberPhrase? Sign(TokenLine line, int at) =>
        NumberWords.Signs.TryGetValue(line[at].Text, out var value)
            ? new NumberPhrase(at + 1, value, NumberForm.Fraction)
            : null;

    private static NumberPhrase? Dozens(TokenLine line, int at) =>
        NumberWords.IsArticle(line[at].Text) && line.Is(at + 1, "dozen")
            ? new NumberPhrase(at + 2, 12, NumberForm.Integer)
            : IntegerWords.ReadDozens(line, at);

    /// <summary>"nought point nought three", "two point five million": single figures one after another, or one number.</summary>
    private static NumberPhrase? PointWords(TokenLine line, int at)
    {
        if (IntegerWords.Read(line, at) is not { } whole || !line.Is(whole.End, "point"))
        {
            return null;
        }

        var digits = "";
        var end = whole.End + 1;
        while (end - at < Longest && Digits(line, ref end) is { } more)
        {
            digits += more;
        }

        if (digits.Length == 0)
        {
            return null;
        }

        // "two point five million" is two readings that overlap, so the specification takes neither.
        return NumberWords.Rounds.ContainsKey(line[end].Text)
            ? new NumberPhrase(end + 1, double.NaN, NumberForm.Decimal)
            : new NumberPhrase(end, double.Parse(string.Create(CultureInfo.InvariantCulture, $"{whole.Value:F0}.{digits}"), CultureInfo.InvariantCulture), NumberForm.Decimal);
    }

    private static string? Digits(TokenLine line, ref int at)
    {
        if (NumberWords.Zeros.ContainsKey(line[at].Text))
        {
            at++;
            return "0";
        }

        if (IntegerWords.ReadSmall(line, at) is not { } small)
        {
            return null;
        }

        at = small.End;
        return small.Value.ToString("F0", CultureInfo.InvariantCulture);
    }
}
