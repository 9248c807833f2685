namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads months, seasons and quarters: "june of 1992", "dec/2018", "next march", "1st quarter of 2013", "this summer", "last week of dec 2016".</summary>
internal static class MonthPeriods
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Month(context, at), FigureMonth(context, at), Quarter(context, at), Season(context, at), WeekOf(context, at), Swift(context, at), Days(context, at));

    public static When Of(int end, int year, int month)
    {
        var begin = new DateTime(Math.Clamp(year, 1, 9998), month, 1);
        return When.Period(end, Grain.Month, $"{year:0000}-{month:00}", begin, begin.AddMonths(1));
    }

    private static When? Month(Context context, int at)
    {
        var start = context.Skip(at, "the", "month", "of");
        if (!DateWords.Months.TryGetValue(context.Word(start), out var month) || (start > at && !context.Is(at, "month") && !context.Is(at + 1, "month")) || Tagged(context, start))
        {
            return null;
        }

        var next = context.Skip(start + 1, ".", ",", "-", "/", "of", "in");
        if (DateNumbers.Year(context.Line, next) is { } year && !context.Line.JoinedIs(year.End, ":"))
        {
            return Of(year.End, year.Year, month);
        }

        return YearSwift(context, next) is { } swift ? Of(swift.End, swift.Year, month) : Brief(context, month, next) ?? Bare(context, start, month);
    }

    /// <summary>"$DEC" and "@may" are no months.</summary>
    private static bool Tagged(Context context, int at) => context.Line.Joined(at) && context.Word(at - 1) is "$" or "%" or "&" or "@" or "#" or "!" or "?";

    /// <summary>A year of two figures: "april 87", "dec/58", "july in 12"; a time or a share is none.</summary>
    private static When? Brief(Context context, int month, int next)
    {
        var figures = context.Line[next] is { IsDigits: true, Length: 2 } && !(context.Line.Joined(next + 1) && (context.Line[next + 1].IsWord || (context.Word(next + 1) is ":" or "." or "-" or "/" && context.Line[next + 2].IsDigits)));
        return figures && TimeGrammar.AmPm(context, next + 1) is null ? Of(next + 1, DateNumbers.Short(DateNumbers.Digits(context.Line, next, 2) ?? 0).Future, month) : null;
    }

    /// <summary>A month with nothing but "next", "this" and the like before it.</summary>
    public static When? Alone(Context context, int at)
    {
        var start = context.After(at, "the", "month", "of") ?? context.After(at, "month", "of") ?? at;
        return Swift(context, start) ?? (DateWords.Months.TryGetValue(context.Word(start), out var month) ? Bare(context, start, month) : null);
    }

    /// <summary>A month by its name, whatever year stands behind it.</summary>
    public static When? Unsaid(Context context, int at) =>
        DateWords.Months.TryGetValue(context.Word(at), out var month) && YearSwift(context, context.Skip(at + 1, "of")) is null ? Bare(context, at, month) : null;

    private static When? Bare(Context context, int at, int month)
    {
        if (context.Is(at, "may") && Verb(context, at))
        {
            return null;
        }

        var (now, year) = (context.Today.Month, context.Today.Year);
        var (past, future) = (month >= now ? year - 1 : year, month < now ? year + 1 : year);
        var (earlier, later) = (Of(at + 1, past, month).First, Of(at + 1, future, month).First);
        var timex = $"XXXX-{month:00}";
        return new When(at + 1, WhenType.DateRange, Grain.Month, When.Pair(earlier with { Timex = timex }, later with { Timex = timex }));
    }

    private static readonly HashSet<string> Doing = Reading.WordTable.Set("be ask contain constitute email e-mail take have result involve get work reply differ");

    /// <summary>"may" is a verb behind those who may, and before what one may do.</summary>
    private static bool Verb(Context context, int at) =>
        context.Word(at - 1) is "i" or "you" or "he" or "she" or "we" or "they" or "it"
        || (context.Is(at + 1, "i") && !context.Line[at - 1].IsWord)
        || Doing.Contains(context.Word(context.Skip(at + 1, "also", "well", "not"))) || context.After(at + 1, "or", "may", "not") is not null;

    public static (int Year, int End)? YearSwift(Context context, int at)
    {
        if (DateWords.Swifts.TryGetValue(context.Word(at), out var swift) && context.Is(at + 1, "year"))
        {
            return (context.Today.Year + swift, at + 2);
        }

        return context.Is(at, "the") && context.Is(at + 1, "year") ? (context.Today.Year, at + 2) : null;
    }

    private static When? FigureMonth(Context context, int at)
    {
        if (!Figures(context, at))
        {
            return null;
        }

        var line = context.Line;
        var (first, second) = (DateNumbers.Digits(line, at, 4) ?? 0, DateNumbers.Digits(line, at + 2, 4) ?? 0);
        if (line[at].Length == 4 && line[at + 2].Length == 2)
        {
            (first, second) = (second, first);
        }

        return first is >= 1 and <= 12 && second is >= 1500 and <= 2100 ? Of(at + 3, second, first) : null;
    }

    /// <summary>Two numbers with a sign between them, and none at either end.</summary>
    private static bool Figures(Context context, int at)
    {
        var line = context.Line;
        var sign = context.Word(at + 1) is "-" or "/" || (line.Is(at + 1, ".") && line[at].Length == 4);
        return sign && line.Joined(at + 1) && line[at].IsDigits && line.JoinedDigits(at + 2) && Alone(context.Line, at, at + 3);
    }

    private static bool Alone(Reading.TokenLine line, int at, int end) =>
        !(line.Joined(at) && line[at - 1].Text is "-" or "/") && !(line.Joined(end) && (line[end].IsWord || line[end].Text is "-" or "/"));

    private static When? Swift(Context context, int at) =>
        DateWords.Swifts.TryGetValue(context.Word(at), out var swift) && DateWords.Months.TryGetValue(context.Word(at + 1), out var month)
            ? Of(at + 2, context.Today.Year + swift, month)
            : null;

    /// <summary>"summer of 2015", "next spring", "late fall": a season has no certain days, and no part of it either.</summary>
    private static When? Season(Context context, int at)
    {
        var opened = PeriodParts.Opening(context, at)?.End ?? at;
        var swift = DateWords.Swifts.TryGetValue(context.Word(opened), out var step);
        var start = swift ? opened + 1 : context.Skip(opened, "the");
        if (!DateWords.Seasons.TryGetValue(context.Word(start), out var season))
        {
            return null;
        }

        var next = context.Skip(start + 1, ",", "of", "in");
        if (YearParts.Year(context, next) is { } year)
        {
            return When.Nowhere(year.End, WhenType.DateRange, $"{year.Year}-{season}");
        }

        return When.Nowhere(start + 1, WhenType.DateRange, swift ? $"{context.Today.Year + step}-{season}" : season);
    }

    private static When? Quarter(Context context, int at)
    {
        var line = context.Line;
        if (!context.Is(at, "the") && YearParts.Year(context, at) is { } first)
        {
            var dash = context.Skip(first.End, "-", "'", "’", "s", ",");
            return QuarterNumber(context, dash) is { } late ? Quarter(late.End, first.Year, late.Number, 2) : null;
        }

        if (QuarterNumber(context, at) is not { } quarter)
        {
            return null;
        }

        var next = context.Skip(quarter.End, ",", "-", "of", "in", "the", "'");
        if (DateNumbers.Year(line, next) is { } year)
        {
            return Quarter(year.End, year.Year, quarter.Number, 2);
        }

        if (YearSwift(context, context.Skip(quarter.End, "of", "in")) is { } swift)
        {
            return Quarter(swift.End, swift.Year, quarter.Number, 2);
        }

        var here = Quarter(quarter.End, context.Today.Year, quarter.Number, 0);
        var over = here.First.Finish <= context.Today;
        var past = over ? here : Quarter(quarter.End, context.Today.Year - 1, quarter.Number, 0);
        var future = over ? Quarter(quarter.End, context.Today.Year + 1, quarter.Number, 0) : here;
        return here with { Choices = When.Pair(past.First, future.First) };
    }

    private static (int Number, int End)? QuarterNumber(Context context, int at)
    {
        if (context.Is(at, "q") && context.Line.JoinedDigits(at + 1) && DateNumbers.Digits(context.Line, at + 1, 1) is >= 1 and <= 4 and var figure)
        {
            return (figure, at + 2);
        }

        return Numbers.OrdinalWords.Read(context.Line, context.Skip(at, "the")) is { Value: >= 1 and <= 4 } place && context.Skip(place.End, "-") is var word && context.Is(word, "quarter") ? ((int)place.Value, word + 1) : null;
    }

    private static When Quarter(int end, int year, int quarter, int known)
    {
        var begin = new DateTime(year, (quarter * 3) - 2, 1);
        var finish = begin.AddMonths(3);
        var timex = known > 0
            ? Timex.Range(Timex.Of(begin), Timex.Of(finish), "P3M")
            : Timex.Range(Timex.Day(null, begin.Month, 1), Timex.Day(null, finish.Month, 1), "P3M");
        return When.Period(end, Grain.Month, timex, begin, finish);
    }

    /// <summary>"3rd week of Jan", "last week of dec 2016", "first week of next month".</summary>
    private static When? WeekOf(Context context, int at)
    {
        var start = context.Skip(at, "the");
        if (Weekdays.Place(context, start) is not { } place || !context.Is(place.End, "week") || context.Word(place.End + 1) is not ("of" or "in"))
        {
            return null;
        }

        if (DateNumbers.Year(context.Line, place.End + 2) is { } year)
        {
            return YearNames.OfWeek(year.End, year.Year, place.Place) with { From = place.Place < 0 ? at : null };
        }

        var from = context.Skip(place.End + 2, "the");
        if ((Month(context, from) ?? Swift(context, from) ?? SwiftPeriods.Read(context, from)) is not { Grain: Grain.Month } month)
        {
            return null;
        }

        return month with { Grain = Grain.Week, Choices = month.Choices.Count == 1 ? [Week(month.First, place.Place)] : Around(context, month, place.Place) };
    }

    /// <summary>The last such week that has begun and the next one.</summary>
    private static IReadOnlyList<Choice> Around(Context context, When month, int place)
    {
        var year = context.Today.Year;
        var number = month.First.Begin.Month;
        var here = In(year);
        return here.Begin < context.Today ? When.Pair(here, In(year + 1)) : When.Pair(In(year - 1), here);

        Choice In(int which) => Week(Of(0, which, number).First with { Timex = month.First.Timex }, place);
    }

    /// <summary>The week of a month is the one that has its Thursday there.</summary>
    private static Choice Week(Choice month, int place)
    {
        var first = month.Begin.AddDays(1 - Context.Weekday(month.Begin));
        first = Context.Weekday(month.Begin) > 4 ? first.AddDays(7) : first;
        if (place < 0)
        {
            var last = month.Finish.AddDays(-1);
            var monday = last.AddDays(1 - Context.Weekday(last));
            monday = Context.Weekday(last) < 4 ? monday.AddDays(-7) : monday;
            return new Choice($"{month.Timex}-W05", monday, monday.AddDays(7));
        }

        var begin = first.AddDays(7 * (place - 1));
        return new Choice($"{month.Timex}-W{place:00}", begin, begin.AddDays(7));
    }

    /// <summary>"November 19-20", "3 to 12 of sept", "july 4th through 7th, 2018".</summary>
    private static When? Days(Context context, int at)
    {
        var on = context.Skip(at, "from", "between");
        var between = on > at && context.Is(on - 1, "between");
        on = context.Word(on) is "in" or "of" or "on" && DateWords.Months.ContainsKey(context.Word(on + 1)) ? on + 1 : on;
        var front = DateWords.Months.TryGetValue(context.Word(on), out var month);
        if (TwoDays(context, context.Skip(front ? on + 1 : on, "the"), between) is not { } days)
        {
            return null;
        }

        var behind = context.Skip(days.End, "of");
        var named = DateWords.Months.TryGetValue(context.Word(behind), out var last);
        return named == front ? null : Span(context, front ? days.End : behind + 1, front ? month : last, days.Begin, days.Finish);
    }

    private static (int Begin, int Finish, int End)? TwoDays(Context context, int at, bool between) =>
        DateNumbers.DayOfMonth(context.Line, at) is { } begin && Joint(context, begin.End, between) && DateNumbers.DayOfMonth(context.Line, context.Skip(begin.End + 1, "the")) is { } finish
            ? (begin.Day, finish.Day, finish.End)
            : null;

    private static When? Span(Context context, int end, int month, int begin, int finish)
    {
        var next = context.Skip(end, ",", "of", "in");
        var year = DateNumbers.Year(context.Line, next);
        var from = year is { } said ? DateGrammar.Said(said.End, said.Year, month, begin) : DateGrammar.Unsaid(context, end, month, begin);
        var to = year is { } known ? DateGrammar.Said(known.End, known.Year, month, finish) : DateGrammar.Unsaid(context, end, month, finish);
        return from.Unresolved || to.Unresolved ? null : Ranges.Straight(from, to, from.End);
    }

    private static bool Joint(Context context, int at, bool between) => DateWords.Joints.Contains(context.Word(at)) || (between && context.Is(at, "and"));
}
