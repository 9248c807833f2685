namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a period between two dates: "from X to Y", "X - Y", "between X and Y"; and a length from a date on.</summary>
internal static class Ranges
{
    public static When? Read(Context context, int at)
    {
        var (start, between) = Opening(context, at);
        if (context.Is(at, "in") && context.Line[at + 1].Length == 4 && Pair(context, at + 1, false) is { } years && years.First.Timex.EndsWith("Y)", StringComparison.Ordinal))
        {
            return years;
        }

        return Pair(context, start, between) ?? LengthFrom(context, at);
    }

    /// <summary>The token after "from" or "between".</summary>
    public static (int Start, bool Between) Opening(Context context, int at) => context.Word(at) switch
    {
        "from" => (context.Skip(at + 1, "the"), false),
        "during" => (at + 1, false),
        "between" => (context.Skip(at + 1, "the"), true),
        _ => (at, false),
    };

    public static bool Joint(Context context, int at, bool between) => DateWords.Joints.Contains(context.Word(at)) || (between && context.Is(at, "and"));

    /// <summary>What lies between two readings; of a pair of past and future the one that makes sense.</summary>
    public static When Merge(When from, When to, int end)
    {
        var (pastBegin, futureBegin, pastEnd, futureEnd) = (from.First.Begin, from.Last.Begin, to.First.Begin, to.Last.Begin);
        futureBegin = futureBegin > futureEnd ? pastBegin : futureBegin;
        pastEnd = pastEnd < pastBegin ? futureEnd : pastEnd;

        // From the 29th of February, which is rare, to a day that every year has.
        pastEnd = from.Choices.Count > 1 && to.Choices.Count > 1 && (pastEnd - pastBegin).Days > 366 ? pastEnd.AddYears(pastBegin.Year - pastEnd.Year) : pastEnd;
        return Span(from, to, end, (pastBegin, pastEnd), (futureBegin, futureEnd));
    }

    /// <summary>Two days of one month: past with past and future with future, even where the second stands first.</summary>
    public static When Straight(When from, When to, int end) => Span(from, to, end, (from.First.Begin, to.First.Begin), (from.Last.Begin, to.Last.Begin));

    private static When Span(When from, When to, int end, (DateTime Begin, DateTime End) past, (DateTime Begin, DateTime End) future)
    {
        var timex = Timex.Range(Start(from), Start(to), Length(from, to, future.Begin, future.End));
        return new When(end, WhenType.DateRange, Grain.Day, When.Pair(new Choice(timex, past.Begin, past.End), new Choice(timex, future.Begin, future.End)));
    }

    private static string Start(When when) => when.Grain switch
    {
        Grain.Year when when.First.Timex.Length == 4 => when.First.Timex + "-01-01",
        Grain.Month when when.First.Timex.Length == 7 => when.First.Timex + "-01",
        Grain.Month when when.First.Timex is ['X', ..] && when.First.Timex.Length == 10 => when.First.Timex,
        _ when when.Type == WhenType.DateRange => Timex.Of(when.First.Begin),
        _ => when.First.Timex,
    };

    private static string Length(When from, When to, DateTime begin, DateTime end)
    {
        if (from.Grain == Grain.Year && to.Grain == Grain.Year)
        {
            return $"P{end.Year - begin.Year}Y";
        }

        return from.Grain >= Grain.Month && to.Grain >= Grain.Month
            ? $"P{((end.Year - begin.Year) * 12) + end.Month - begin.Month}M"
            : from.Grain == Grain.Week && to.Grain == Grain.Week ? $"P{(end - begin).Days / 7}W" : Timex.Days(begin, end);
    }

    private static When? Pair(Context context, int start, bool between)
    {
        if (Point(context, start) is not { Unresolved: false } opening || !Joint(context, opening.End, between))
        {
            return null;
        }

        if (context.Word(opening.End + 1) is "now" or "date" && opening is { Type: WhenType.DateRange, Mod: null, Choices.Count: <= 2 })
        {
            var begun = opening.Choices.Select(choice => choice.Begin).LastOrDefault(begin => begin <= context.Today, opening.First.Begin);
            return Merge(When.Day(opening.End, begun), When.Day(opening.End + 2, context.Today), opening.End + 2);
        }

        if (Point(context, opening.End + 1) is not { Unresolved: false } to)
        {
            return null;
        }

        return Merge(Align(context, opening, to), Align(context, Follow(context, opening, to), opening), to.End);
    }

    private static When? Point(Context context, int at)
    {
        if (context.Word(at) is "now" or "today")
        {
            return When.Day(at + 1, context.Today);
        }

        if (context.After(at, "right", "now") is { } now)
        {
            return When.Day(now, context.Today);
        }

        var date = DateGrammar.Calendar(context, at);
        var period = DateGrammar.Longest(MonthPeriods.Read(context, at), SwiftPeriods.Read(context, at), Edge(context, at), Part(context, at));
        return date is not null && (period is null || date.End >= period.End) ? date : period;
    }

    /// <summary>"mid June" as a point is where it begins.</summary>
    private static When? Part(Context context, int at) =>
        context.Word(at) is "mid" or "early" or "late" && PeriodParts.Read(context, at) is { } part
            ? part with { Mod = null, Choices = [.. part.Choices.Select(choice => choice with { Timex = choice.Timex[0] == 'X' ? Timex.Day(null, choice.Begin.Month, choice.Begin.Day) : Timex.Of(choice.Begin) })] }
            : null;

    /// <summary>"the end of 2007" as a point is the day after it.</summary>
    private static When? Edge(Context context, int at)
    {
        var next = context.Skip(at, "the");
        if (context.Word(next) is not ("end" or "beginning" or "start" or "middle") || !context.Is(next + 1, "of"))
        {
            return null;
        }

        var period = DateGrammar.Longest(MonthPeriods.Read(context, next + 2), SwiftPeriods.Read(context, next + 2));
        if (period is not { Unresolved: false } known)
        {
            return null;
        }

        if (context.Is(next, "middle"))
        {
            return known with { Grain = Grain.Month, Choices = [.. known.Choices.Select(choice => Middle(choice))] };
        }

        return context.Is(next, "end")
            ? known with { Grain = Grain.Month, Choices = [.. known.Choices.Select(choice => new Choice(choice.Timex.StartsWith('X') ? Timex.Day(null, choice.Finish.Month, 1) : Timex.Of(choice.Finish), choice.Finish, choice.Finish))] }
            : known;
    }

    private static Choice Middle(Choice period)
    {
        var middle = period.Begin.AddDays((period.Finish - period.Begin).Days / 2);
        return new Choice(Timex.Of(middle), middle, middle);
    }

    /// <summary>A year said at one end counts for the other too.</summary>
    private static When Align(Context context, When open, When said)
    {
        var bare = open.First.Timex.StartsWith("XXXX-", StringComparison.Ordinal) && !open.First.Timex.Contains('W', StringComparison.Ordinal);
        if (!bare || !char.IsAsciiDigit(said.First.Timex[0]) || !SaysYear(context, said))
        {
            return open;
        }

        var (year, begin) = (said.First.Begin.Year, open.First.Begin);
        year -= open.Type == WhenType.DateRange && open.End < said.End && begin.Month > said.First.Begin.Month ? 1 : 0;
        var date = new DateTime(year, begin.Month, Math.Min(begin.Day, DateTime.DaysInMonth(year, begin.Month)));
        return open with { Choices = [new Choice(Timex.Year(year) + open.First.Timex[4..], date, date)] };
    }

    private static bool SaysYear(Context context, When when)
    {
        var last = context.Line[when.End - 1];
        return (last.IsDigits && (last.Length == 4 || when.Grain == Grain.Day)) || (last.IsDigits && context.Line[when.End - 5].Length == 4 && context.Line[when.End - 5].IsDigits) || DateNumbers.Year(context.Line, when.End - 3) is not null;
    }

    /// <summary>After a certain day a bare weekday is that of the same week ("from next monday to friday").</summary>
    private static When Follow(Context context, When from, When to)
    {
        if (from.Choices.Count > 1 || context.Is(from.End - 2, "this") || !DateWords.Weekdays.ContainsKey(context.Word(from.End - 1)) || !to.First.Timex.StartsWith("XXXX-W", StringComparison.Ordinal) || !DateWords.Weekdays.ContainsKey(context.Word(to.End - 1)))
        {
            return to;
        }

        var begin = from.First.Begin;
        return When.Day(to.End, begin.AddDays(Context.Weekday(to.First.Begin) - Context.Weekday(begin)));
    }

    /// <summary>"for 1 week, from 20th dec", "for 3 days from today".</summary>
    private static When? LengthFrom(Context context, int at)
    {
        if (!context.Is(at, "for") || DurationGrammar.Single(context, at + 1) is not { IsClock: false } length)
        {
            return null;
        }

        var from = context.Skip(length.End, ",");
        if (context.Word(from) is not ("from" or "starting" or "beginning") || DateGrammar.Read(context, context.Skip(from + 1, "from", "on")) is not { Unresolved: false } date)
        {
            return null;
        }

        var begin = date.Last.Begin;
        return When.Period(date.End, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(length.From(begin, 1)), length.Timex), begin, length.From(begin, 1));
    }
}
