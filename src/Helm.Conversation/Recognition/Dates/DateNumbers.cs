using System.Globalization;
using Helm.Conversation.Recognition.Numbers;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads the numbers of dates: days, years and counts, in figures and in words.</summary>
internal static class DateNumbers
{
    /// <summary>Figures of at most this many digits that no letter or other figure touches from the left.</summary>
    public static int? Digits(TokenLine line, int at, int longest)
    {
        var token = line[at];
        return token.IsDigits && token.Length <= longest ? int.Parse(token.Text, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A day of the month: 2, 2nd, second, twenty nine, twenty-ninth.</summary>
    public static (int Day, int End, bool Ordinal)? DayOfMonth(TokenLine line, int at)
    {
        if (OrdinalWords.Read(line, at) is { Value: >= 1 and <= 31 } ordinal)
        {
            return ((int)ordinal.Value, ordinal.End, true);
        }

        if (Digits(line, at, 2) is >= 1 and <= 31 and { } digits && !(line.Joined(at + 1) && line[at + 1].IsWord && !DateWords.Months.ContainsKey(line[at + 1].Text)))
        {
            return (digits, at + 1, false);
        }

        return IntegerWords.ReadSmall(line, at) is { Value: >= 1 and <= 31 } words ? ((int)words.Value, words.End, false) : null;
    }

    /// <summary>A year in four figures, or in words: nineteen ninety six, seventeen hundred thirty three, two thousand and fifteen.</summary>
    public static (int Year, int End)? Year(TokenLine line, int at) => line[at].IsWord ? Spoken(line, at) : Written(line, at);

    private static (int Year, int End)? Written(TokenLine line, int at) =>
        line[at].Length == 4 && Digits(line, at, 4) is >= 1500 and <= 2100 and { } year && !(line.Joined(at + 1) && line[at + 1].IsWord) ? (year, at + 1) : null;

    /// <summary>"nineteen hundreds" are many years, not one.</summary>
    private static (int Year, int End)? Spoken(TokenLine line, int at)
    {
        if (IntegerWords.ReadSmall(line, at) is { Value: >= 15 and <= 20 } century && IntegerWords.ReadSmall(line, century.End) is { Value: >= 10 } rest)
        {
            return (((int)century.Value * 100) + (int)rest.Value, rest.End);
        }

        return IntegerWords.Read(line, at) is { Value: >= 1500 and <= 2100 } words && line[words.End - 1].Text[^1] != 's' ? ((int)words.Value, words.End) : null;
    }

    /// <summary>A year of two figures; between 30 and 39 it may be either century, so both are told.</summary>
    public static (int Past, int Future, string Timex) Short(int year) => year switch
    {
        >= 100 => (year, year, Timex.Year(year)),
        >= 40 => (1900 + year, 1900 + year, Timex.Year(1900 + year)),
        < 30 => (2000 + year, 2000 + year, Timex.Year(2000 + year)),
        _ => (1900 + year, 2000 + year, $"XX{year}"),
    };

    /// <summary>How many: figures, words, "a", "a few", "a couple of", "½", "half an".</summary>
    public static (double Value, int End)? Count(TokenLine line, int at)
    {
        var word = NumberWords.IsArticle(line[at].Text) ? at + 1 : at;
        if (line.Is(at, "another"))
        {
            return (1, at + 1);
        }

        if (DateWords.Vague.TryGetValue(line[word].Text, out var vague))
        {
            return (vague, word + 1);
        }

        if (line.Is(word, "couple"))
        {
            return (2, line.Is(word + 1, "of") ? word + 2 : word + 1);
        }

        if (line.Is(at, "half") && NumberWords.IsArticle(line[at + 1].Text))
        {
            return (0.5, at + 2);
        }

        return Number(line, at) ?? (word > at ? (1, word) : null);
    }

    private static (double Value, int End)? Number(TokenLine line, int at) => Glued(line, at) ?? Apart(line, at);

    /// <summary>Figures that touch their unit: "3h", "2.5min"; what is part of a name or a sum is none.</summary>
    private static (double Value, int End)? Glued(TokenLine line, int at)
    {
        var named = line.Joined(at) && (line[at - 1].IsWord || line[at - 1].Text is "-" or "_" or "=" or "/");
        return line[at].IsDigits && !named && Figures.Plain(line, at) is { } plain && line.Joined(plain.End) && line[plain.End].IsWord ? (plain.Value, plain.End) : null;
    }

    private static (double Value, int End)? Apart(TokenLine line, int at) =>
        !line.Is(at, "half") && !line.Is(at + 1, "over") && NumberReader.Read(line, at) is { Value: >= 0 and < 1e9 } number && !NumberWords.Ordinals.ContainsKey(line[number.End - 1].Text) ? (number.Value, number.End) : null;
}
