namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads periods near to now: "the week after next", "4 weeks in the future", "rest of the day", "next hour", "next week between Wednesday and Friday", "year to date".</summary>
internal static class NearPeriods
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(AfterNext(context, at), Ahead(context, at), Rest(context, at), Hour(context, at), WithinWeek(context, at), ToDate(context, at), Numbered(context, at), MonthSpan(context, at));

    /// <summary>"the week after next", "month after the next".</summary>
    private static When? AfterNext(Context context, int at)
    {
        var start = context.Skip(at, "the");
        var next = context.Is(start + 1, "after") ? context.Skip(start + 2, "the") : 0;
        return next > 0 && context.Is(next, "next") && context.Word(start) is "week" or "month" or "year" or "weekend" or "fortnight" && SwiftPeriods.Swifted(context, start, 2) is { } period
            ? period with { End = next + 1 }
            : null;
    }

    private static When? Ahead(Context context, int at)
    {
        if (DurationGrammar.Single(context, at) is not { } length)
        {
            return null;
        }

        if ((context.After(length.End, "hence") ?? context.After(length.End, "in", "the", "future")) is { } future)
        {
            return Windows.Of(context, length, 1) with { End = future };
        }

        return context.After(length.End, "in", "the", "past") is { } past ? Windows.Of(context, length, -1) with { End = past } : null;
    }

    private static When? Rest(Context context, int at)
    {
        var start = context.Skip(at, "the");
        if (context.Word(start) is not ("rest" or "remaining" or "remainder"))
        {
            return null;
        }

        var unit = context.Skip(context.Skip(start + 1, "of"), "the", "my", "this", "current");
        return context.Is(unit, "day") ? OfDay(context, unit + 1) with { From = start } : context.Word(unit) is "week" or "month" or "year" && SwiftPeriods.Swifted(context, unit, 0) is { } period ? OfPeriod(context, period) with { From = start } : null;
    }

    private static When OfDay(Context context, int end)
    {
        var (begin, finish) = (context.Now, context.Today.AddDays(1).AddSeconds(-1));
        var timex = Timex.Range(Moment(begin), Moment(finish), $"PT{Timex.Number(Math.Round((finish - begin).TotalSeconds))}S");
        return new When(end, WhenType.DateTimeRange, Grain.Time, [new Choice(timex, begin, finish)]);
    }

    /// <summary>The specification counts today too where it ends with a month or a year.</summary>
    private static When OfPeriod(Context context, When period)
    {
        var finish = period.First.Finish.AddDays(-1);
        var days = (finish - context.Today).Days + (period.Grain == Grain.Week ? 0 : 1);
        return When.Period(period.End, Grain.Day, Timex.Range(Timex.Of(context.Today), Timex.Of(finish), $"P{days}D"), context.Today, finish);
    }

    /// <summary>"next hour", "last minute", "this hour".</summary>
    private static When? Hour(Context context, int at)
    {
        var present = context.Word(at) is "the" or "my" && context.Word(at + 1) is "hour" or "minute" && context.Word(at - 1) is not ("at" or "all" or "on");
        if (!(DateWords.Swifts.TryGetValue(context.Word(at), out var swift) || present) || !context.Line[at + 1].IsWord || DurationGrammar.Unit(context, at + 1, 1) is not { IsClock: true } length || context.Is(at + 1, "second"))
        {
            return null;
        }

        if (swift != 0)
        {
            return Windows.Of(context, length, swift);
        }

        return new When(length.End, WhenType.DateTimeRange, Grain.Time, [new Choice(Timex.Range(Moment(context.Now), Moment(context.Now), length.Timex), context.Now, context.Now)]);
    }

    private static string Moment(DateTime moment) => Timex.Of(moment) + Timex.Time(moment.TimeOfDay, 3);

    /// <summary>Weekdays of a week that is named before them.</summary>
    private static When? WithinWeek(Context context, int at)
    {
        if (!DateWords.Swifts.TryGetValue(context.Word(at), out var swift) || !context.Is(at + 1, "week") || context.Word(at + 2) is not ("between" or "from"))
        {
            return null;
        }

        var joint = context.Is(at + 2, "between") ? context.Is(at + 4, "and") : context.Is(at + 4, "to");
        if (!joint || !DateWords.Weekdays.TryGetValue(context.Word(at + 3), out var first) || !DateWords.Weekdays.TryGetValue(context.Word(at + 5), out var last))
        {
            return null;
        }

        var monday = context.Monday.AddDays(7 * swift);
        var (begin, finish) = (monday.AddDays(first - 1), monday.AddDays(last - 1));
        return When.Period(at + 6, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), Timex.Days(begin, finish)), begin, finish);
    }

    private static When? ToDate(Context context, int at)
    {
        if (context.Word(at) is "year" or "month" && context.After(at + 1, "to", "date") is { } end)
        {
            var period = SwiftPeriods.Swifted(context, at, 0)!;
            return period with { End = end, Grain = Grain.Day, Choices = [period.First with { Finish = context.Today }] };
        }

        return context.Word(at) is "to" or "till" or "until" && context.Is(at + 1, "date") && context.Word(at - 1) is not ("up" or "equal" or "equals")
            ? new When(at + 2, WhenType.DateRange, Grain.Day, [new Choice("PRESENT_REF", context.Today, context.Today)]) { Mod = "before" }
            : null;
    }

    /// <summary>"year 247", "year two hundred and sixty seven".</summary>
    private static When? Numbered(Context context, int at)
    {
        if (!context.Is(at, "year") || (Digits(context, at + 1) ?? Words(context, at + 1)) is not { } year)
        {
            return null;
        }

        return SwiftPeriods.OfYear(year.End, year.Year);
    }

    private static (int Year, int End)? Digits(Context context, int at) =>
        context.Line[at].Length == 2 && DateNumbers.Digits(context.Line, at, 2) is { } brief ? (DateNumbers.Short(brief).Future, at + 1) :
        context.Line[at].Length is 3 or 4 && !context.Line.JoinedIs(at + 1, "-") && DateNumbers.Digits(context.Line, at, 4) is >= 100 and <= 2100 and var year ? (year, at + 1) : null;

    private static (int Year, int End)? Words(Context context, int at) =>
        Numbers.IntegerWords.Read(context.Line, at) is { Value: >= 100 and <= 2100 } words ? ((int)words.Value, words.End) : null;

    /// <summary>"from 4 to 22 this month", "between 4 and 22 of next month", "november between 19 and 20", "from 4 to January 22, 1995".</summary>
    private static When? MonthSpan(Context context, int at)
    {
        var (start, between) = Ranges.Opening(context, at);
        if (DateWords.Months.TryGetValue(context.Word(at), out var front))
        {
            return context.Word(at + 1) is "between" or "from" ? Front(context, at + 2, front) : null;
        }

        if (DateWords.Swifts.TryGetValue(context.Word(at), out var step) && context.Is(at + 1, "month"))
        {
            return RelativeFront(context, at + 2, step);
        }

        if (DateNumbers.DayOfMonth(context.Line, start) is not { } first || !Ranges.Joint(context, first.End, between))
        {
            return null;
        }

        return Relative(context, first) ?? Borrowed(context, at, first);
    }

    private static When? Front(Context context, int at, int month)
    {
        if (DateNumbers.DayOfMonth(context.Line, at) is not { } first || !Ranges.Joint(context, first.End, true) || DateNumbers.DayOfMonth(context.Line, first.End + 1) is not { } last)
        {
            return null;
        }

        return DateNumbers.Year(context.Line, context.Skip(last.End, ",")) is { } year
            ? Ranges.Merge(DateGrammar.Said(year.End, year.Year, month, first.Day), DateGrammar.Said(year.End, year.Year, month, last.Day), year.End)
            : Ranges.Merge(DateGrammar.Unsaid(context, last.End, month, first.Day), DateGrammar.Unsaid(context, last.End, month, last.Day), last.End);
    }

    private static When? Relative(Context context, (int Day, int End, bool Ordinal) first)
    {
        if (DateNumbers.DayOfMonth(context.Line, context.Skip(first.End + 1, "the")) is not { } last || last.Day <= first.Day)
        {
            return null;
        }

        var swift = context.Skip(last.End, "of", "in", "the");
        if (!DateWords.Swifts.TryGetValue(context.Word(swift), out var step) || !context.Is(swift + 1, "month"))
        {
            return null;
        }

        return Days(context, swift + 2, step, first.Day, last.Day);
    }

    /// <summary>"next month from 4 to 22", "this month between 4 and 22".</summary>
    private static When? RelativeFront(Context context, int at, int step)
    {
        var start = context.Skip(at, "from", "between");
        if (DateNumbers.DayOfMonth(context.Line, context.Skip(start, "the")) is not { } first || !Ranges.Joint(context, first.End, context.Is(at, "between")))
        {
            return null;
        }

        return DateNumbers.DayOfMonth(context.Line, context.Skip(first.End + 1, "the")) is { } last && last.Day > first.Day && TimeGrammar.AmPm(context, last.End) is null && DurationGrammar.Unit(context, last.End, 2) is null
            ? Days(context, last.End, step, first.Day, last.Day)
            : null;
    }

    private static When Days(Context context, int end, int step, int first, int last)
    {
        var month = new DateTime(context.Today.Year, context.Today.Month, 1).AddMonths(step);
        var (begin, finish) = (month.AddDays(first - 1), month.AddDays(last - 1));
        return When.Period(end, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), Timex.Days(begin, finish)), begin, finish);
    }

    /// <summary>The first day takes month and year from the date that ends the period.</summary>
    private static When? Borrowed(Context context, int at, (int Day, int End, bool Ordinal) first)
    {
        if (!context.Is(at, "from") || !DateWords.Months.TryGetValue(context.Word(first.End + 1), out var month) || CalendarDays.Read(context, first.End + 1) is not { Unresolved: false, Type: WhenType.Date } last)
        {
            return null;
        }

        var opening = last.First.Timex[0] == 'X' ? DateGrammar.Unsaid(context, first.End, month, first.Day) : DateGrammar.Said(first.End, last.First.Begin.Year, month, first.Day);
        return opening.Unresolved || first.Day >= last.First.Begin.Day ? null : Ranges.Merge(opening, last, last.End);
    }
}
