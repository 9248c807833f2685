namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads months behind their year, halves of a year and counted weeks of it: "2016, nov", "11 - 2016", "H1 2016", "first half of this year", "the third week next year".</summary>
internal static class YearParts
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(YearFirst(context, at), Figures(context, at), HalfOf(context, at), Week(context, at));

    /// <summary>A year in figures, in words, or seen from now.</summary>
    public static (int Year, int End)? Year(Context context, int at) => MonthPeriods.YearSwift(context, at) ?? DateNumbers.Year(context.Line, at);

    private static When? YearFirst(Context context, int at)
    {
        if (context.Line.Joined(at) || Year(context, at) is not { } year || context.Is(at, "the"))
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

    private static When? Week(Context context, int at)
    {
        if (Weekdays.Place(context, context.Skip(at, "the")) is not { } place || !context.Is(place.End, "week"))
        {
            return null;
        }

        return Year(context, context.Skip(place.End + 1, "of", "in")) is { } year ? SwiftPeriods.WeekOfYear(year.End, year.Year, place.Place) with { From = at } : null;
    }
}
