namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads periods seen from now: "this week", "the month", "past 2 weeks", "next quarter", "year 2008", "nineties", "21st century".</summary>
internal static class SwiftPeriods
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Unit(context, at), Windows.Read(context, at), YearNames.Read(context, at), WeeksOf.Read(context, at), NamedPeriods.Read(context, at));

    /// <summary>"it will last two weeks": there "last" is a verb.</summary>
    public static bool Enduring(Context context, int at) =>
        context.Is(at, "last") && (context.Word(at - 1) is "will" or "would" or "may" or "might" or "must" or "shall" or "should" or "can" or "could" or "cannot"
            || (context.Word(at - 1) is "t" or "not" && context.Word(at - 2) is "'" or "’" or "will" or "would" or "may" or "might" or "must" or "shall" or "should" or "can" or "could"));

    private static When? Unit(Context context, int at)
    {
        if (Enduring(context, at))
        {
            return null;
        }

        if (DateWords.Swifts.TryGetValue(context.Word(at), out var swift) || context.Word(at) is "same" or "that")
        {
            return Swifted(context, at + 1, swift) is { } period ? Same(context, at, period) : null;
        }

        return Present(context, at) is { } unit && !Otherwise(context, unit + 1) ? Swifted(context, unit, 0) : null;
    }

    private static readonly HashSet<string> Units = Reading.WordTable.Set("week month year weekend fortnight decade workweek working");

    /// <summary>"the week", "my month", and "weekend" alone: the present one.</summary>
    private static int? Present(Context context, int at)
    {
        if (context.Is(at, "weekend") && !context.Is(at - 1, "any"))
        {
            return at;
        }

        return context.Word(at) is "the" or "my" && Units.Contains(context.Word(at + 1)) && context.Word(at - 1) is not ("all" or "part" or "rest") ? at + 1 : null;
    }

    /// <summary>"the week of the 18th", "the year 2008", "the month after next" are other periods.</summary>
    private static bool Otherwise(Context context, int at) =>
        context.Line[context.Skip(at, "of")].IsDigits || (context.Is(at - 1, "year") && DateNumbers.Year(context.Line, at) is not null) || (context.Is(at - 1, "week") && context.Word(at) is "of" or "commencing" or "starting" or "beginning")
        || context.After(at, "after", "next") is not null || context.After(at, "after", "the", "next") is not null;

    private static When Same(Context context, int at, When period)
    {
        if (context.Word(at) is not ("same" or "that"))
        {
            return period;
        }

        var timex = period.Grain switch { Grain.Year => "XXXX", Grain.Month => "XXXX-XX", _ => context.Is(period.End - 1, "weekend") ? "XXXX-WXX-WE" : "XXXX-WXX" };
        return period with { Mod = "ref_undef", Choices = [period.First with { Timex = timex }] };
    }

    public static When? Swifted(Context context, int at, int swift)
    {
        var (week, month) = (context.Monday.AddDays(7 * swift), new DateTime(context.Today.Year, context.Today.Month, 1).AddMonths(swift));
        switch (context.Word(at))
        {
            case "week":
                return When.Period(at + 1, Grain.Week, Timex.Week(week), week, week.AddDays(7));
            case "workweek":
                return Workweek(at + 1, week);
            case "working" when context.Is(at + 1, "week"):
                return Workweek(at + 2, week);
            case "weekend":
                return When.Period(at + 1, Grain.Week, Timex.Week(week) + "-WE", week.AddDays(5), week.AddDays(7));
            case "fortnight":
                var fortnight = context.Monday.AddDays(14 * swift);
                return When.Period(at + 1, Grain.Week, Timex.Range(Timex.Of(fortnight), Timex.Of(fortnight.AddDays(14)), "P2W"), fortnight, fortnight.AddDays(14));
            case "month":
                return MonthPeriods.Of(at + 1, month.Year, month.Month);
            case "year":
                return OfYear(at + 1, context.Today.Year + swift);
            case "quarter":
                var quarter = new DateTime(context.Today.Year, (((context.Today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3 * swift);
                return When.Period(at + 1, Grain.Month, Timex.Range(Timex.Of(quarter), Timex.Of(quarter.AddMonths(3)), "P3M"), quarter, quarter.AddMonths(3));
            default:
                return Longer(context, at, swift);
        }
    }

    /// <summary>From Monday to Friday.</summary>
    private static When Workweek(int end, DateTime monday) => When.Period(end, Grain.Week, Timex.Week(monday), monday, monday.AddDays(5));

    private static When? Longer(Context context, int at, int swift)
    {
        var years = context.Is(at, "decade") ? 10 : 0;
        if (years == 0)
        {
            return null;
        }

        var begin = new DateTime((context.Today.Year / years * years) + (years * swift), 1, 1);
        return When.Period(at + 1, Grain.Year, Timex.Range(Timex.Of(begin), Timex.Of(begin.AddYears(years)), $"P{years}Y"), begin, begin.AddYears(years));
    }

    public static When OfYear(int end, int year)
    {
        var begin = new DateTime(year, 1, 1);
        return When.Period(end, Grain.Year, Timex.Year(year), begin, begin.AddYears(1));
    }
}
