#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads periods seen from now: "this week", "the month", "past 2 weeks", "next quarter", "year 2008", "nineties", "21st century".</summary>
internal static class SwiftPeriods
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Unit(context, at), Counted(context, at), Year(context, at), Special(context, at), Decade(context, at), WeekOf(context, at), NamedPeriods.Read(context, at));

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

        // "the week", "my month": the present one.
        if (context.Word(at) is "the" or "my" && context.Word(at + 1) is "week" or "month" or "year" or "weekend" or "fortnight" or "decade" && context.Word(at - 1) is not ("all" or "part" or "rest") || (context.Is(at, "weekend") && context.Word(at - 1) is not "any"))
        {
            return Otherwise(context, at + 2)
                ? null
                : Swifted(context, context.Is(at, "weekend") ? at : at + 1, 0);
        }

        return null;
    }

    /// <summary>"the week of the 18th", "the year 2008", "the month after next" are other periods.</summary>
    private static bool Otherwise(Context context, int at) =>
        context.Line[context.Skip(at, "of")].IsDigits || (context.Is(at - 1, "week") && context.Word(at) is "of" or "commencing" or "starting" or "beginning")
        || context.After(at, "after", "next") is not null || context.After(at, "after", "the", "next") is not null;

    private static When Same(Context context, int at, When period)
    {
        if (context.Word(at) is not ("same" or "that"))
        {
            return period;
        }

        var timex = period.Grain switch { Grain.Year => "XXXX", Grain.Month => "XXXX-XX", _ => "XXXX-WXX" };
        return period with { Mod = "ref_undef", Choices = [period.First with { Timex = timex }] };
    }

    public static When? Swifted(Context context, int at, int swift)
    {
        var (week, month) = (context.Monday.AddDays(7 * swift), new DateTime(context.Today.Year, context.Today.Month, 1).AddMonths(swift));
        switch (context.Word(at))
        {
            case "week":
                return When.Period(at + 1, Grain.Week, Timex.Week(week), week, week.AddDays(7));
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

    /// <summary>"past 2 weeks", "next few days", "2 upcoming months": they end or begin with today.</summary>
    private static When? Counted(Context context, int at)
    {
        if (context.Is(at, "within"))
        {
            var next = context.Skip(at + 1, "the", "next", "upcoming", "coming", "following");
            return DurationGrammar.Single(context, next) is { } inside ? Within(context, DurationGrammar.Chain(context, inside))
                : next > at + 1 && context.Line[next - 1].Text is not "the" && DurationGrammar.Unit(context, next, 1) is { } one ? Within(context, [one]) : null;
        }

        if (context.Is(at, "this") && context.Word(at + 1) is "coming" or "upcoming" or "past" && DurationGrammar.Unit(context, at + 2, 1) is { } span)
        {
            return Window(context, span, context.Is(at + 1, "past") ? -1 : 1);
        }

        if (Swift(context, at) is { } swift)
        {
            var verb = Enduring(context, at) || (context.Is(at, "last") && context.Is(at - 1, "to"));
            if (!verb && Many(context, at + 1) is { } many)
            {
                return Window(context, many, swift);
            }

            if (!verb && Quarters(context, at + 1) is { } quarters)
            {
                return Window(context, quarters, swift);
            }

            return !verb && DurationGrammar.Single(context, at + 1) is { } length ? Window(context, length, swift) : null;
        }

        if (DateNumbers.Count(context.Line, at) is not { } count || Swift(context, count.End) is not { } later)
        {
            return null;
        }

        return DurationGrammar.Unit(context, count.End + 1, count.Value) is { } unit ? Window(context, unit, later) : null;
    }

    /// <summary>"coming weeks", "past days": units without a number count one.</summary>
    private static Length? Many(Context context, int at) => context.Word(at) is "days" or "weeks" or "months" or "years" ? DurationGrammar.Unit(context, at, 1) : null;

    /// <summary>"three quarters" behind "next" counts quarters of years, not of something.</summary>
    private static Length? Quarters(Context context, int at) =>
        CountOf(context, at) is { } count && context.Word(count.End) is "quarters" or "quarter" ? new Length(count.Value, "3MON", count.End + 1) : null;

    private static (int Value, int End)? CountOf(Context context, int at) =>
        DateNumbers.Digits(context.Line, at, 2) is { } digits ? (digits, at + 1) : Numbers.IntegerWords.ReadSmall(context.Line, at) is { } words ? ((int)words.Value, words.End) : null;

    private static int? Swift(Context context, int at) =>
        DateWords.Swifts.TryGetValue(context.Word(at), out var swift) && swift != 0 ? swift : null;

    /// <summary>"within 9 months", "within 1 day and 5 hours": from this moment on.</summary>
    private static When Within(Context context, List<Length> lengths)
    {
        var (from, to) = (context.Now, lengths.Aggregate(context.Now, (moment, length) => length.From(moment, 1)));
        var timex = DurationGrammar.Named(lengths);
        var end = lengths[^1].End;
        end = context.After(end, "from", "now") ?? context.After(end, "after", "today") ?? context.After(end, "from", "today") ?? end;

        return lengths.Exists(length => length.IsClock)
            ? new When(end, WhenType.DateTimeRange, Grain.Time, [new Choice(Timex.Range(Moment(from), Moment(to), timex), from, to)])
            : When.Period(end, Grain.Day, Timex.Range(Timex.Of(from), Timex.Of(to), timex), from.Date, to.Date);
    }

    public static When WeekOfYear(int end, int year, int place)
    {
        var first = System.Globalization.ISOWeek.ToDateTime(year, 1, DayOfWeek.Monday);
        var monday = place < 0 ? first.AddDays(7 * (System.Globalization.ISOWeek.GetWeeksInYear(year) - 1)) : first.AddDays(7 * (place - 1));
        return When.Period(end, Grain.Week, Timex.Week(monday), monday, monday.AddDays(7));
    }

    public static When Window(Context context, Length length, int swift)
    {
        if (length.IsClock)
        {
            var (from, to) = swift > 0 ? (context.Now, length.From(context.Now, 1)) : (length.From(context.Now, -1), context.Now);
            var name = Timex.Range(Moment(from), Moment(to), length.Timex);
            return new When(length.End, WhenType.DateTimeRange, Grain.Time, [new Choice(name, from, to)]);
        }

        if (length.Unit == "BD" && length.Count is > 0 and <= 1000)
        {
            return Workdays.Read(context, length, swift);
        }

        if (length.Unit == "10Y")
        {
            var decade = new DateTime((context.Today.Year / 10 * 10) + (swift > 0 ? 10 : 0), 1, 1);
            var (early, late) = swift > 0 ? (decade, length.From(decade, 1)) : (length.From(decade, -1), decade);
            return When.Period(length.End, Grain.Year, Timex.Range(Timex.Of(early), Timex.Of(late), length.Timex), early, late);
        }

        var quarters = length.Unit == "3MON";
        var anchor = quarters ? new DateTime(context.Today.Year, (((context.Today.Month - 1) / 3) * 3) + 1, 1).AddMonths(swift > 0 ? 3 : 0) : swift > 0 ? context.Today.AddDays(1) : context.Today;
        var other = length.From(anchor, swift);
        var (begin, finish) = swift > 0 ? (anchor, other) : (other, anchor);
        return When.Period(length.End, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), length.Timex), begin, finish);
    }

    private static string Moment(DateTime moment) => Timex.Of(moment) + Timex.Time(moment.TimeOfDay, 3);

    private static When? Year(Context context, int at)
    {
        if (context.Is(at, "week") && DateNumbers.Digits(context.Line, at + 1, 2) is >= 1 and <= 53 and var week)
        {
            if (context.Is(at + 2, "of") && YearParts.Year(context, at + 3) is { } said)
            {
                return WeekOfYear(said.End, said.Year, week);
            }

            return WeekOfYear(at + 2, context.Today.Year, week);
        }

        if (context.Is(at, "eoy"))
        {
            var whole = OfYear(at + 1, context.Today.Year);
            return whole with { Mod = "end", Choices = [whole.First with { Begin = whole.First.Begin.AddMonths(6) }] };
        }

        var start = context.Is(at, "year") ? context.Skip(at + 1, "of") : at;
        if (start == at + 2)
        {
            return null;
        }

        var glued = context.Line.Joined(start) && (context.Line[start - 1].IsWord || context.Word(start - 1) is "#" or "$" or "." or "," or "/" or "_");
        if (glued || DateNumbers.Year(context.Line, start) is not { } year)
        {
            return null;
        }

        var after = context.Line.Joined(year.End) && context.Word(year.End) is "-" or "/" or ":" or "%" or "." or "," && context.Line.JoinedDigits(year.End + 1);
        return after && !(context.Is(year.End, "-") && context.Line[year.End + 1].Length == 4) ? null : OfYear(year.End, year.Year);
    }

    /// <summary>Fiscal and school years begin where their owner says; a calendar year is a year.</summary>
    private static When? Special(Context context, int at)
    {
        var swift = DateWords.Swifts.TryGetValue(context.Word(at), out var step);
        var start = swift ? at + 1 : at;
        var word = context.Word(start);
        var next = word is "fiscal" or "school" or "calendar" && context.Is(start + 1, "year") ? start + 2 : word is "fy" or "sy" or "cy" ? start + 1 : 0;
        if (next == 0)
        {
            return null;
        }

        var end = swift ? next : context.Skip(next, "of", "in", "'");
        var year = swift ? (context.Today.Year + step, next) : DateNumbers.Year(context.Line, end) ?? (DateNumbers.Digits(context.Line, end, 2) is { } brief ? (2000 + brief, end + 1) : null);
        if (year is not { } known)
        {
            return word is "fiscal" or "school" ? When.Nowhere(next, WhenType.DateRange, word is "fiscal" ? "FYXXXX" : "SYXXXX") : null;
        }

        return word[0] == 'c' ? OfYear(known.Item2, known.Item1) : When.Nowhere(known.Item2, WhenType.DateRange, (word[0] == 'f' ? "FY" : "SY") + Timex.Year(known.Item1));
    }

    private static readonly Dictionary<string, int> DecadeNames = Reading.WordTable.Integers(
        """
        twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90
        """);

    public static When? Decade(Context context, int at)
    {
        if (Numbers.OrdinalWords.Read(context.Line, at) is { Value: >= 1 and <= 21 } place && context.Is(place.End, "century"))
        {
            var begin = new DateTime(Math.Max(1, ((int)place.Value - 1) * 100), 1, 1);
            return When.Period(place.End + 1, Grain.Year, Timex.Range(Timex.Of(begin), Timex.Of(begin.AddYears(100)), "P100Y"), begin, begin.AddYears(100));
        }

        var start = context.Skip(at, "the", "'", "’");
        if (DecadeNames.TryGetValue(context.Word(start), out var named))
        {
            return start == at ? Decade(start + 1, named) : null;
        }

        var tail = context.Skip(start + 1, "'", "’");
        var digits = DateNumbers.Digits(context.Line, start, 4);
        if (!context.Is(tail, "s") || digits is not { } figure || figure % 10 != 0 || start > at || (!context.Line.Joined(tail) && context.Line[start].Length > 4))
        {
            return null;
        }

        return context.Line[start].Length == 4 && figure is >= 1500 and <= 2100 ? Full(tail + 1, figure) : context.Line[start].Length == 2 ? Decade(tail + 1, figure) : null;
    }

    private static When Full(int end, int year)
    {
        var begin = new DateTime(year, 1, 1);
        return When.Period(end, Grain.Year, Timex.Range(Timex.Of(begin), Timex.Of(begin.AddYears(10)), "P10Y"), begin, begin.AddYears(10));
    }

    private static When Decade(int end, int years)
    {
        var timex = Timex.Range($"XX{years:00}-01-01", $"XX{(years + 10) % 100:00}-01-01", "P10Y");
        var (past, future) = (new DateTime(1900 + years, 1, 1), new DateTime(2000 + years, 1, 1));
        return new When(end, WhenType.DateRange, Grain.Year, [new Choice(timex, past, past.AddYears(10)), new Choice(timex, future, future.AddYears(10))]);
    }

    /// <summary>"the week of the 18th", "w/c feb 4", "the week commencing February 4": the week with that day in it.</summary>
    private static When? WeekOf(Context context, int at)
    {
        var start = context.Skip(at, "the");
        var day = context.After(start, "week", "of") ?? context.After(start, "week", "commencing") ?? context.After(start, "week", "beginning") ?? context.After(start, "week", "starting", "on") ?? context.After(start, "week", "starting") ?? context.After(start, "w", "/", "c") ?? 0;
        if (day == 0)
        {
            return null;
        }

        var date = DateGrammar.Read(context, day) ?? DayAlone(context, context.Skip(day, "the"));
        return date is not { Unresolved: false, Type: WhenType.Date } known ? null : known with { Type = WhenType.DateRange, Grain = Grain.Week, Choices = [.. known.Choices.Select(Week)] };
    }

    public static When? DayAlone(Context context, int at)
    {
        if (DateNumbers.DayOfMonth(context.Line, at) is not { Day: <= 31 } day)
        {
            return null;
        }

        var month = new DateTime(context.Today.Year, context.Today.Month, 1);
        var past = OfMonth(month, day.Day, context.Today, -1);
        var future = OfMonth(month, day.Day, context.Today, 1);
        return When.Day(day.End, $"XXXX-XX-{day.Day:00}", past, future);
    }

    private static DateTime OfMonth(DateTime month, int day, DateTime today, int step)
    {
        for (var tries = 0; tries < 12; tries++, month = month.AddMonths(step))
        {
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && (step > 0 ? month.AddDays(day - 1) >= today : month.AddDays(day - 1) < today))
            {
                return month.AddDays(day - 1);
            }
        }

        return today;
    }

    private static Choice Week(Choice day)
    {
        var monday = day.Begin.AddDays(1 - Context.Weekday(day.Begin));
        return new Choice(day.Timex, monday, monday.AddDays(7));
    }
}
