namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads centuries and decades, with their century or without: "21st century", "1990s", "nineties", "the nineteen seventies", "the noughties", "two thousands", "twenty-tens"; and the article before any decade.</summary>
internal static class Decades
{
    private static readonly Dictionary<string, int> Names = Reading.WordTable.Integers(
        """
        tens=10 twenties=20 thirties=30 forties=40 fourties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90 hundreds=0
        """);

    public static When? Read(Context context, int at)
    {
        var start = context.Skip(at, "the", "'", "’");
        var led = start > at && (context.Is(at, "the") || context.Line.JoinedDigits(start));
        return Near(context, at) ?? Hundred(context, at) ?? Ten(context, at) ?? Named(context, start) ?? (led ? Ten(context, start) : null);
    }

    /// <summary>"the next two decades": only of these the article is a part.</summary>
    private static When? Near(Context context, int at) =>
        context.Is(at, "the") && DateWords.Swifts.ContainsKey(context.Word(at + 1)) && SwiftPeriods.Read(context, at + 1) is { } near && context.Word(near.End - 1) is "decade" or "decades" ? near : null;

    /// <summary>"21st century".</summary>
    private static When? Hundred(Context context, int at)
    {
        if (Numbers.OrdinalWords.Read(context.Line, at) is not { Value: >= 1 and <= 22 } place || !context.Is(place.End, "century"))
        {
            return null;
        }

        var begin = new DateTime(Math.Max(1, ((int)place.Value - 1) * 100), 1, 1);
        return When.Period(place.End + 1, Grain.Year, Timex.Range(Timex.Of(begin), Timex.Of(begin.AddYears(100)), "P100Y"), begin, begin.AddYears(100));
    }

    /// <summary>"nineties", "1990s", "90's", "90 s".</summary>
    private static When? Ten(Context context, int at)
    {
        if (Names.TryGetValue(context.Word(at), out var named))
        {
            return named >= 20 ? Either(at + 1, named) : null;
        }

        var tail = context.Skip(at + 1, "'", "’");
        if (!context.Is(tail, "s") || DateNumbers.Digits(context.Line, at, 4) is not { } figure || figure % 10 != 0)
        {
            return null;
        }

        return context.Line[at].Length switch
        {
            4 when figure is >= 1500 and <= 2100 => Of(tail + 1, figure),
            2 => Either(tail + 1, figure),
            _ => null,
        };
    }

    private static When? Named(Context context, int at)
    {
        if (context.Word(at) is "noughties" or "naughties")
        {
            return Of(at + 1, 2000);
        }

        if (context.After(at, "two", "thousands") is { } thousands)
        {
            return Of(thousands, 2000);
        }

        if (Century(context, at) is not { } century)
        {
            return null;
        }

        var next = context.Skip(century.End, "-", "and");
        return Names.TryGetValue(context.Word(next), out var decade) ? Of(next + 1, century.Year + decade) : null;
    }

    private static (int Year, int End)? Century(Context context, int at)
    {
        if (context.After(at, "two", "thousand") is { } thousand)
        {
            return (2000, thousand);
        }

        return Numbers.NumberWords.Teens.TryGetValue(context.Word(at), out var teen) && teen >= 15 ? (teen * 100, at + 1)
            : context.Is(at, "twenty") ? (2000, at + 1) : null;
    }

    /// <summary>Without a century it may be of the last one or of this.</summary>
    private static When Either(int end, int years)
    {
        var timex = Timex.Range($"XX{years:00}-01-01", $"XX{(years + 10) % 100:00}-01-01", "P10Y");
        var (past, future) = (new DateTime(1900 + years, 1, 1), new DateTime(2000 + years, 1, 1));
        return new When(end, WhenType.DateRange, Grain.Year, [new Choice(timex, past, past.AddYears(10)), new Choice(timex, future, future.AddYears(10))]);
    }

    private static When Of(int end, int year)
    {
        var begin = new DateTime(year, 1, 1);
        return When.Period(end, Grain.Year, Timex.Range(Timex.Of(begin), Timex.Of(begin.AddYears(10)), "P10Y"), begin, begin.AddYears(10));
    }
}
