using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads a number written in figures: 1,674,200.5, .08, 1e10, 6.23x10^-4, 1.1^23, 2 1/4, 100k, 3 million.</summary>
internal static class Figures
{
    private const string GroupSigns = "\u00a0\u202f";

    public static NumberPhrase? Read(TokenLine line, int at)
    {
        if (Glued(line, at) || Plain(line, at) is not { } plain)
        {
            return null;
        }

        var read = Power(line, plain) ?? Fraction(line, at, plain) ?? Multiplied(line, plain) ?? plain;
        return Ends(line, read.End) ? read : null;
    }

    /// <summary>Figures with an optional fraction part and nothing else.</summary>
    public static NumberPhrase? Plain(TokenLine line, int at)
    {
        if (line.Is(at, ".") && line.JoinedDigits(at + 1) && !(line.Joined(at) && line[at - 1].Kind != TokenKind.Symbol))
        {
            return new NumberPhrase(at + 2, Value("0." + line[at + 1].Text), NumberForm.Decimal);
        }

        if (!line[at].IsDigits)
        {
            return null;
        }

        var whole = Grouped(line, at, out var digits);
        if ((line.JoinedIs(whole, ".") || DecimalComma(line, at, whole)) && line.JoinedDigits(whole + 1))
        {
            var value = Value(digits + "." + line[whole + 1].Text);
            return new NumberPhrase(whole + 2, value, value == Math.Floor(value) ? NumberForm.Integer : NumberForm.Decimal);
        }

        return new NumberPhrase(whole, Value(digits), NumberForm.Integer);
    }

    private static double Value(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static bool Glued(TokenLine line, int at) => line.Joined(at) && line[at - 1].IsWord;

    private static bool Ends(TokenLine line, int end) => !(line.Joined(end) && line[end].IsWord);

    /// <summary>In "22,24,26" the commas separate numbers, in "1,3" the comma is the decimal sign.</summary>
    private static bool DecimalComma(TokenLine line, int at, int comma) =>
        line.JoinedIs(comma, ",")
        && comma == at + 1
        && !(line.JoinedIs(comma + 2, ",") && line.JoinedDigits(comma + 3))
        && !(line.JoinedIs(at - 1, ",") && line.Joined(at));

    private static int Grouped(TokenLine line, int at, out string digits)
    {
        digits = line[at].Text;
        if (digits.Length > 3)
        {
            return at + 1;
        }

        at++;
        while (GroupFollows(line, at, out var next) && digits.Length < 60)
        {
            digits += line[next].Text;
            at = next + 1;
        }

        return at;
    }

    private static bool GroupFollows(TokenLine line, int at, out int next)
    {
        next = line.JoinedIs(at, ",") ? at + 1 : at;
        return line[next] is { IsDigits: true, Length: 3 } && (next > at ? line.Joined(next) : GroupSpace(line, at));
    }

    private static bool GroupSpace(TokenLine line, int at) =>
        line[at].Start - line[at - 1].End == 1 && GroupSigns.Contains(line.Source[line[at].Start - 1], StringComparison.Ordinal);

    private static NumberPhrase? Power(TokenLine line, NumberPhrase plain)
    {
        var at = plain.End;
        var scale = plain.Value;
        var (mantissa, exponentAt) = (1d, at + 1);
        if (line.JoinedIs(at, "x") && line.JoinedIs(at + 1, "10") && line.JoinedIs(at + 2, "^"))
        {
            (mantissa, scale, exponentAt) = (scale, 10, at + 3);
        }
        else if (line.JoinedIs(at, "e"))
        {
            (mantissa, scale) = (scale, 10);
        }
        else if (!line.JoinedIs(at, "^"))
        {
            return null;
        }

        return Exponent(line, exponentAt) is { } exponent
            ? new NumberPhrase(exponent.End, mantissa * Math.Pow(scale, exponent.Value), NumberForm.Power)
            : null;
    }

    private static NumberPhrase? Exponent(TokenLine line, int at)
    {
        var sign = 1;
        for (var signs = 0; signs < 4 && (line.JoinedIs(at, "-") || line.JoinedIs(at, "+")); signs++, at++)
        {
            sign = line.Is(at, "-") ? -sign : sign;
        }

        return line.Joined(at) && Plain(line, at) is { } exponent ? exponent with { Value = sign * exponent.Value } : null;
    }

    private static NumberPhrase? Fraction(TokenLine line, int at, NumberPhrase plain)
    {
        if (Signed(line, plain.End) is { } sign)
        {
            return new NumberPhrase(plain.End + 1, plain.Value + sign, NumberForm.Fraction);
        }

        if (Divided(line, at) is { } simple)
        {
            return simple;
        }

        return plain is { Form: NumberForm.Integer } && !line.Joined(plain.End) && Divided(line, plain.End) is { Value: < 1 } rest
            ? rest with { Value = plain.Value + rest.Value }
            : null;
    }

    private static double? Signed(TokenLine line, int at) =>
        NumberWords.Signs.TryGetValue(line[at].Text, out var value) ? value : null;

    /// <summary>Figures, a slash, figures, and no more slashes or dashes around them: 5/17/2018 and 222-2222/2222 are no fractions.</summary>
    private static NumberPhrase? Divided(TokenLine line, int at)
    {
        var divides = line[at].IsDigits && line.JoinedIs(at + 1, "/") && line.JoinedDigits(at + 2) && !line.JoinedIs(at + 3, "/");
        if (!divides || AfterSlashOrDash(line, at) || Value(line[at + 2].Text) == 0)
        {
            return null;
        }

        return new NumberPhrase(at + 3, Value(line[at].Text) / Value(line[at + 2].Text), NumberForm.Fraction);
    }

    private static bool AfterSlashOrDash(TokenLine line, int at) =>
        line.Joined(at) && (line.Is(at - 1, "/") || (line.Is(at - 1, "-") && line.Joined(at - 1) && line[at - 2].Kind != TokenKind.Symbol));

    private static NumberPhrase? Multiplied(TokenLine line, NumberPhrase plain)
    {
        var letter = line[plain.End];
        if (letter.Start >= 0 && NumberWords.Letters.TryGetValue(line.Source[letter.Start..letter.End], out var factor))
        {
            return plain with { Value = plain.Value * factor, End = plain.End + 1 };
        }

        return WithRounds(line, plain);
    }

    private static NumberPhrase? WithRounds(TokenLine line, NumberPhrase plain)
    {
        var (value, end) = (plain.Value, plain.End);
        var factor = 1d;
        while (NumberWords.Rounds.TryGetValue(line[end].Text, out var round) && factor < 1e30)
        {
            (value, factor, end) = (value * round, factor * round, end + 1);
        }

        if (line[end].Text is "dozen" or "dozens")
        {
            (value, factor, end) = (value * 12, 12, end + 1);
        }

        if (end == plain.End)
        {
            return null;
        }

        var form = value == Math.Floor(value) ? NumberForm.Integer : NumberForm.Decimal;
        return And(line, end, factor) is { } rest
            ? new NumberPhrase(rest.End, value + rest.Value, NumberForm.Mixed)
            : new NumberPhrase(end, value, form);
    }

    /// <summary>"3 hundred and 21": what follows must be smaller than the round before and have no round itself.</summary>
    private static NumberPhrase? And(TokenLine line, int at, double below)
    {
        if (!line.Is(at, "and") || (Plain(line, at + 1) ?? IntegerWords.Read(line, at + 1)) is not { } rest)
        {
            return null;
        }

        var fits = rest.Form == NumberForm.Integer && rest.Value < below && rest.Value > 0;
        return fits && Ends(line, rest.End) && !NumberWords.Rounds.ContainsKey(line[rest.End].Text) && !NumberWords.Parts.ContainsKey(line[rest.End].Text) ? rest : null;
    }
}
