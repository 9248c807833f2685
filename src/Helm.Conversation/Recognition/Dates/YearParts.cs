namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads months behind their year, halves of a year and counted weeks of it: "2016, nov", "11 - 2016", "H1 2016", "first half of this year", "the third week next year".</summary>
internal static class YearParts
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(YearFirst(context, at), Figures(context, at), HalfOf(context, at), Week(context, at), Month(context, at, "month"), Edge(context, at));

    /// <summary>A year in figures, in words, or seen from now.</summary>
    public static (int Year, int End)? Year(Context context, int at) => MonthPeriods.YearSwift(context, at) ?? DateNumbers.Year(context.Line, at);

    private static When? YearFirst(Context context, int at)
    {
        if (context.Line.Joined(at))
        {
            return null;
        }

        if (context.Line[at].Length == 4 && DateNumbers.Digits(context.Line, at, 4) is >= 1500 and <= 2100 and var glued && context.Line.Joined(at + 1) && Letter(context, at + 1) is { } letter)
        {
            return Half(at + 3, glued, letter);
        }

        if (Year(context, at) is not { } year || context.Is(at, "the"))
        {
            return null;
        }

        var next = context.Skip(year.End, ",");
        return DateWords.Months.TryGetValue(context.Word(next), out var month) ? MonthPeriods.Of(next + 1, year.Year, month) : HalfBehind(context, year);
    }

    private static When? HalfBehind(Context context, (int Year, int End) year)
    {
        var next = context.Skip(year.End, "-", "the");
        return Letter(context, next) is { } half ? Half(next + 2, year.Year, half) : null;
    }

    /// <summary>"2016 - 11", "11/ 2016", "2015.3", with or without spaces around the sign.</summary>
    private static When? Figures(Context context, int at)
    {
        var figures = context.Line[at].IsDigits && context.Word(at + 1) is "-" or "/" or "." && context.Line[at + 2].IsDigits;
        return figures && !Signed(context, at - 1) && !Signed(context, at + 3) ? Month(context, at) : null;
    }

    private static When? Month(Context context, int at)
    {
        var (line, sign) = (context.Line, context.Word(at + 1));
        if (line[at].Length == 4 && DateNumbers.Digits(line, at + 2, 2) is >= 1 and <= 12 and var month && DateNumbers.Year(line, at) is { } first)
        {
            return MonthPeriods.Of(at + 3, first.Year, month);
        }

        return sign is not "." && DateNumbers.Digits(line, at, 2) is >= 1 and <= 12 and var early && line[at + 2].Length == 4 && DateNumbers.Year(line, at + 2) is { } last
            ? MonthPeriods.Of(last.End, last.Year, early)
            : null;
    }

    private static bool Signed(Context context, int at) => context.Word(at) is "-" or "/" or "." or ":" or "," && (context.Line[at + 1].IsDigits && context.Line[at - 1].IsDigits);

    private static int? Letter(Context context, int at) =>
        context.Is(at, "h") && context.Line.JoinedDigits(at + 1) && DateNumbers.Digits(context.Line, at + 1, 1) is 1 or 2 ? DateNumbers.Digits(context.Line, at + 1, 1) : null;

    private static When? HalfOf(Context context, int at)
    {
        var start = context.Skip(at, "the");
        var (half, end) = Letter(context, start) is { } letter ? (letter, start + 2)
            : Weekdays.Place(context, start) is { Place: 1 or 2 } place && context.Is(place.End, "half") ? (place.Place, place.End + 1) : (0, 0);
        return half > 0 && Year(context, context.Skip(end, ",", "of")) is { } year ? Half(year.End, year.Year, half) : null;
    }

    private static When Half(int end, int year, int half)
    {
        var begin = new DateTime(year, half == 1 ? 1 : 7, 1);
        var finish = begin.AddMonths(6);
        return When.Period(end, Grain.Month, Timex.Range(Timex.Of(begin), Timex.Of(finish), "P6M"), begin, finish);
    }

    /// <summary>"the first month of 2018", "last month of this year".</summary>
    private static When? Month(Context context, int at, string unit)
    {
        var start = context.Skip(at, "the");
        var (place, end) = context.Is(start, "last") ? (12, start + 1) : Numbers.OrdinalWords.Read(context.Line, start) is { Value: >= 1 and <= 12 } ordinal ? ((int)ordinal.Value, ordinal.End) : (0, 0);
        return place > 0 && context.Is(end, unit) && context.Word(end + 1) is "of" or "in" && Year(context, end + 2) is { } year ? MonthPeriods.Of(year.End, year.Year, place) : null;
    }

    /// <summary>"last 3 weeks of this year", "first two months of 2018", "last day of 2019".</summary>
    private static When? Edge(Context context, int at)
    {
        var start = context.Skip(at, "the");
        var last = context.Is(start, "last");
        if (!(last || context.Is(start, "first")) || Count(context, start + 1, last) is not { IsClock: false } length || context.Word(length.End) is not ("of" or "in") || Year(context, length.End + 1) is not { } year)
        {
            return null;
        }

        var day = last ? new DateTime(year.Year + 1, 1, 1) : new DateTime(year.Year, 1, 1);
        var edge = length.Unit == "W" ? System.Globalization.ISOWeek.ToDateTime(day.Year, 1, DayOfWeek.Monday) : day;
        var (begin, finish) = last ? (length.From(edge, -1), edge) : (edge, length.From(edge, 1));
        return When.Period(year.End, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), length.Timex), begin, finish);
    }

    private static Length? Count(Context context, int at, bool last) =>
        DurationGrammar.Single(context, at) ?? (last && context.Is(at, "day") ? new Length(1, "D", at + 1) : null);

    private static When? Week(Context context, int at)
    {
        if (Weekdays.Place(context, context.Skip(at, "the")) is not { } place || !context.Is(place.End, "week"))
        {
            return null;
        }

        return Year(context, context.Skip(place.End + 1, "of", "in")) is { } year ? YearNames.OfWeek(year.End, year.Year, place.Place) with { From = at } : null;
    }
}
