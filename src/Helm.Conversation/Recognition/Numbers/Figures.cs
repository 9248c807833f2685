using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads a number written in figures: 1,674,200.5, .08, 1e10, 6.23x10^-4, 1.1^23, 2 1/4, 100k, 3 million.</summary>
internal static class Figures
{
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
        if (Leading(line, at))
        {
            // Three figures after a comma are a group of thousands, even without any before it.
            return line.Is(at, ",") && line[at + 1].Length == 3
                ? new NumberPhrase(at + 2, Value(line[at + 1].Text), NumberForm.Integer)
                : new NumberPhrase(at + 2, Value("0." + line[at + 1].Text), NumberForm.Decimal);
        }

        if (!line[at].IsDigits)
        {
            return null;
        }

        var whole = Groups.Read(line, at, out var digits);
        if (!Pointed(line, at, whole))
        {
            return new NumberPhrase(whole, Value(digits), NumberForm.Integer);
        }

        var value = Value(digits + "." + line[whole + 1].Text);
        return new NumberPhrase(whole + 2, value, FormOf(value));
    }

    private static NumberForm FormOf(double value) => value == Math.Floor(value) ? NumberForm.Integer : NumberForm.Decimal;

    /// <summary>".5" and ",5" at the beginning of a word.</summary>
    private static bool Leading(TokenLine line, int at)
    {
        var sign = line[at].Text is "." or "," && !line.Joined(at);
        return sign && line.JoinedDigits(at + 1) && !Further(line, at + 2) && !(line.Joined(at + 2) && line[at + 2].IsWord);
    }

    /// <summary>A decimal sign and figures after the whole part, and no more signs and figures behind: "1.2.3" is three numbers.</summary>
    private static bool Pointed(TokenLine line, int at, int whole)
    {
        var alone = whole == at + 1;
        var sign = line.JoinedIs(whole, ".") || (line.JoinedIs(whole, ",") && (alone || line.Is(at + 1, ".")));
        return sign && !(alone && Inside(line, at)) && line.JoinedDigits(whole + 1) && !Further(line, whole + 2);
    }

    private static bool Inside(TokenLine line, int at) => line.Joined(at) && line[at - 1].Text is "." or "," && line.Joined(at - 1) && line[at - 2].IsDigits;

    private static bool Further(TokenLine line, int at) => (line.JoinedIs(at, ".") || line.JoinedIs(at, ",")) && line.JoinedDigits(at + 1);

    private static double Value(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static bool Glued(TokenLine line, int at) => line.Joined(at) && line[at - 1].IsWord;

    private static bool Ends(TokenLine line, int end) => !line.Joined(end) || line[end].Kind == TokenKind.Symbol;

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
        if (Divided(line, at) is { } simple)
        {
            return simple;
        }

        return plain is { Form: NumberForm.Integer } && !line.Joined(plain.End) && Divided(line, plain.End) is { } rest
            ? rest with { Value = plain.Value + rest.Value }
            : null;
    }

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
            return new NumberPhrase(plain.End + 1, plain.Value * factor, FormOf(Summed(plain.Value) * factor));
        }

        return WithRounds(line, plain);
    }

    /// <summary>The value as the specification adds it up, figure by figure: what is left over by rounding makes "2.33 k" a decimal and "1.5 k" none.</summary>
    private static double Summed(double value)
    {
        var text = NumberReader.Print(value);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || text.Contains('E', StringComparison.Ordinal))
        {
            return value;
        }

        var (sum, scale) = (Value(text[..point]), 0.1);
        foreach (var digit in text[(point + 1)..])
        {
            sum += scale * (digit - '0');
            scale *= 0.1;
        }

        return sum;
    }

    private static NumberPhrase? WithRounds(TokenLine line, NumberPhrase plain)
    {
        var (value, end) = (plain.Value, plain.End);
        if (!line.Joined(end) && NumberWords.Rounds.TryGetValue(line[end].Text, out var round))
        {
            // With figures the specification multiplies by the singular only: "19 thousands" is 19.
            (value, end) = (line[end].Text.EndsWith('s') ? value : value * round, end + 1);
        }

        if (end == plain.End)
        {
            return NumberWords.Dozens.Contains(line[end].Text) ? new NumberPhrase(end + 1, value * 12, FormOf(value * 12)) : null;
        }

        return new NumberPhrase(end, value, FormOf(value));
    }
}
