namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads dates in figures: 5/17/2018, 22/04, 2016-12-30, 23.04.2022, 2019/aug/01; month first, unless it cannot be a month.</summary>
internal static class FigureDates
{
    public static When? Read(Context context, int at)
    {
        var line = context.Line;
        if (!line[at].IsDigits || (line.Joined(at) && (line[at - 1].IsWord || line.JoinedIs(at - 1, "."))))
        {
            return null;
        }

        return Solid(context, at) ?? Apart(context, at) ?? Signed(context, at);
    }

    /// <summary>"20161230".</summary>
    private static When? Solid(Context context, int at)
    {
        var line = context.Line;
        var decimals = line.JoinedIs(at + 1, ".") && line.JoinedDigits(at + 2);
        return line[at].Length == 8 && !line.Joined(at) && !decimals && int.TryParse(line[at].Text, out var whole) ? Day(at + 1, whole / 10000, whole / 100 % 100, whole % 100) : null;
    }

    /// <summary>Behind it only the "t" of a time may stand without a space.</summary>
    private static When? Signed(Context context, int at)
    {
        var (line, sign) = (context.Line, context.Word(at + 1));
        if (sign is not ("/" or "-" or "." or "\\") || !line.Joined(at + 1) || !line.Joined(at + 2))
        {
            return null;
        }

        return (Three(context, at, sign) ?? Two(context, at, sign)) is { } read && !(line.Joined(read.End) && line[read.End].IsWord && line[read.End].Text is not "t") ? read : null;
    }

    /// <summary>With spaces around the signs, or with nothing but spaces behind a year: "5 / 12 / 2018", "2018 05 12".</summary>
    private static When? Apart(Context context, int at) => Spaced(context, at) ? Whole(context, at, at + 2, at + 4) : Bare(context, at) ? Whole(context, at, at + 1, at + 2) : null;

    private static bool Spaced(Context context, int at)
    {
        var line = context.Line;
        var signs = context.Word(at + 1) is "/" or "-" && context.Is(at + 3, context.Word(at + 1));
        return signs && line[at + 2].IsDigits && line[at + 4].IsDigits && !(line.Joined(at + 1) && line.Joined(at + 2) && line.Joined(at + 3));
    }

    private static bool Bare(Context context, int at)
    {
        var line = context.Line;
        return line[at].Length == 4 && line[at + 1].IsDigits && line[at + 2].IsDigits && !line.Joined(at + 1) && !line.Joined(at + 2);
    }

    private static When? Whole(Context context, int first, int second, int third)
    {
        var line = context.Line;
        if (context.Is(third + 1, ":") || (line.Joined(third + 1) && context.Word(third + 1) is "/" or "-" or "%"))
        {
            return null;
        }

        return line[first].Length == 4 ? Day(third + 1, Number(context, first), Number(context, second), Number(context, third))
            : line[third].Length == 4 ? Either(third + 1, Number(context, first), Number(context, second), Number(context, third), false)
            : null;
    }

    private static When? Three(Context context, int at, string sign)
    {
        if (!context.Line.JoinedIs(at + 3, sign) || !(context.Line.JoinedDigits(at + 4) || (context.Line.Joined(at + 4) && DateWords.Months.ContainsKey(context.Word(at + 4)))))
        {
            return null;
        }

        if (DateWords.Months.TryGetValue(context.Word(at + 4), out var last))
        {
            return context.Line[at].Length == 4 ? Day(at + 5, Number(context, at), last, Number(context, at + 2)) : null;
        }

        var first = Number(context, at);
        var second = DateWords.Months.TryGetValue(context.Word(at + 2), out var named) ? named : Number(context, at + 2);
        var third = Number(context, at + 4);
        if (context.Line[at].Length == 4)
        {
            return Day(at + 5, first, second, third);
        }

        return context.Line[at + 4].Length is 2 or 4 ? Either(at + 5, first, second, third, sign is ".") : null;
    }

    private static When? Either(int end, int first, int second, int year, bool dayFirst) =>
        dayFirst && second <= 12 && first > 12 ? Day(end, year, second, first) : Day(end, year, first, second) ?? Day(end, year, second, first);

    /// <summary>"22/04"; a point stands between day and month only behind a weekday or a preposition.</summary>
    private static When? Two(Context context, int at, string sign)
    {
        var line = context.Line;
        if (!line[at + 2].IsDigits || Longer(context, at, sign) || sign is "-" || (sign is "." && !Pointed(context, at)))
        {
            return null;
        }

        var (first, second) = (Number(context, at), Number(context, at + 2));
        var (month, day) = first is >= 1 and <= 12 ? (first, second) : (second, first);
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        return DateNumbers.Year(line, context.Skip(at + 3, ",")) is { } said ? DateGrammar.Said(said.End, said.Year, month, day) : DateGrammar.Unsaid(context, at + 3, month, day);
    }

    private static bool Longer(Context context, int at, string sign)
    {
        var line = context.Line;
        return line[at].Length > 2 || line[at + 2].Length > 2 || line.JoinedIs(at + 3, sign) || line.JoinedIs(at + 3, ":") || line.JoinedIs(at + 3, "%") || (line.Joined(at) && line[at - 1].Text is "/" or ".");
    }

    private static bool Pointed(Context context, int at) =>
        DateWords.Weekdays.ContainsKey(context.Word(at - 1)) || (context.Word(at - 1) is "on" or "by" or "before" or "after" && context.Line[at + 2].Length >= 2);

    private static When? Day(int end, int year, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is < 100 or (>= 1500 and <= 2100) ? DateGrammar.Said(end, year, month, day) : null;

    private static int Number(Context context, int at) => DateNumbers.Digits(context.Line, at, 4) ?? -1;
}
