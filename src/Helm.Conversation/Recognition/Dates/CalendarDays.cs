namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads days by the name of their month: "Oct/2", "may twenty nine", "the 2nd of July 2015", "friday march fifteenth".</summary>
internal static class CalendarDays
{
    public static When? Read(Context context, int at)
    {
        var named = DateWords.Weekdays.ContainsKey(context.Word(at)) || DateWords.NamedDays.ContainsKey(context.Word(at)) ? context.Skip(at + 1, ",", "-", "the") : at;
        var start = context.Word(at) is "this" && DateWords.Weekdays.ContainsKey(context.Word(at + 1)) ? at + 2 : named;
        return Swifted(context, at) ?? YearFirst(context, at) ?? InBrackets(context, named) ?? Bracketed(context, MonthFirst(context, start)) ?? DayFirst(context, start) ?? Weekday(context, start, start > at);
    }

    /// <summary>"next jan 5": of last and next one only that one.</summary>
    private static When? Swifted(Context context, int at)
    {
        var weekday = DateWords.Weekdays.ContainsKey(context.Word(at + 1)) ? at + 2 : at + 1;
        if (!DateWords.Swifts.TryGetValue(context.Word(at), out var swift) || (MonthFirst(context, weekday) ?? (weekday > at + 1 ? FigureDates.Read(context, weekday) : null)) is not { Unresolved: false } day)
        {
            return null;
        }

        var date = weekday > at + 1 ? day.Choices.Select(choice => choice.Begin).FirstOrDefault(each => each.Year == context.Today.Year, day.Last.Begin) : swift switch { > 0 => day.Last.Begin, < 0 => day.First.Begin, _ => day.Choices.Select(choice => choice.Begin).FirstOrDefault(each => each.Year == context.Today.Year, day.Last.Begin) };
        return When.Day(day.End, day.First.Timex, date, date);
    }

    /// <summary>"2018 5th of may".</summary>
    private static When? YearFirst(Context context, int at)
    {
        if (context.Line.Joined(at) || context.Line[at].Length != 4 || DateNumbers.Year(context.Line, at) is not { } year || DateNumbers.DayOfMonth(context.Line, context.Skip(year.End, "-", ".", "/", "the")) is not { } day)
        {
            return null;
        }

        var month = context.Skip(day.End, ".", "of", "-", "/", ",");
        return DateWords.Months.TryGetValue(context.Word(month), out var number) ? DateGrammar.Said(month + 1, year.Year, number, day.Day) : null;
    }

    /// <summary>"monday (jan-5)".</summary>
    private static When? InBrackets(Context context, int at)
    {
        var named = DateWords.Weekdays.ContainsKey(context.Word(at - 1)) || DateWords.NamedDays.ContainsKey(context.Word(at - 1));
        return named && context.Is(at, "(") && context.Word(at + 2) is "-" or "." or "/" && MonthFirst(context, at + 1) is { } day && context.Is(day.End, ")") ? day with { End = day.End + 1 } : null;
    }

    /// <summary>"Jan 5 (tuesday)".</summary>
    private static When? Bracketed(Context context, When? day) =>
        day is not null && context.Is(day.End, "(") && DateWords.Weekdays.ContainsKey(context.Word(day.End + 1)) && context.Is(day.End + 2, ")") ? day with { End = day.End + 3 } : day;

    private static When? Weekday(Context context, int at, bool named) =>
        named && (FigureDates.Read(context, at) ?? (context.Word(at - 2) is "on" or "in" ? MonthDays.Dashed(context, at, true) : null)) is { } figures ? (context.Is(at - 2, "this") ? figures with { Choices = [figures.First] } : figures) : null;

    private static When? MonthFirst(Context context, int at)
    {
        if (!DateWords.Months.TryGetValue(context.Word(at), out var month))
        {
            return null;
        }

        var next = context.Skip(at + 1, ".", "-", "/", ",", "the");
        if (DateNumbers.Year(context.Line, next) is { } year && context.Line.JoinedIs(year.End, "-") && DateNumbers.Digits(context.Line, year.End + 1, 2) is >= 1 and <= 31 and var last)
        {
            return DateGrammar.Said(year.End + 2, year.Year, month, last);
        }

        var brief = context.Line.JoinedIs(next + 1, "-") && context.Line[next + 2] is { IsDigits: true, Length: < 3 } && !context.Line.JoinedIs(next - 1, "-");
        if (brief || DateNumbers.DayOfMonth(context.Line, next) is not { } day || context.Line.JoinedIs(day.End, ":"))
        {
            return null;
        }

        return WithYear(context, day.End, month, day.Day);
    }

    private static When? DayFirst(Context context, int at)
    {
        var start = context.Skip(at, "the");
        if (DateNumbers.DayOfMonth(context.Line, start) is not { } day || Spoken(context, at, start, day.End) || context.Is(start - 1, "$"))
        {
            return null;
        }

        if (OfPeriod(context, day.End, day.Day) is { } placed)
        {
            return placed;
        }

        return Before(context, day);
    }

    /// <summary>The article belongs to a day in figures, not to one in words.</summary>
    private static bool Spoken(Context context, int at, int start, int end) => start > at && context.Line[start].IsWord && !context.Is(end, "day");

    private static When? Before(Context context, (int Day, int End, bool Ordinal) day)
    {
        var next = context.Skip(day.End, "day", "-", "/", ".", "of", ",");
        if (DateNumbers.Year(context.Line, next) is { } year && context.Line.JoinedIs(year.End, "-") && DateWords.Months.TryGetValue(context.Word(year.End + 1), out var named))
        {
            return DateGrammar.Said(year.End + 2, year.Year, named, day.Day);
        }

        return DateWords.Months.TryGetValue(context.Word(next), out var month) && (day.Ordinal || next >= day.End)
            ? WithYear(context, next + 1, month, day.Day)
            : null;
    }

    /// <summary>"the thirty-first day of the month", "the 15th day of next month".</summary>
    private static When? OfPeriod(Context context, int at, int day)
    {
        var of = context.Skip(at, "day");
        var next = context.Is(of, "of") ? context.Skip(of + 1, "the") : 0;
        if (next == 0)
        {
            return null;
        }

        var swift = DateWords.Swifts.TryGetValue(context.Word(next), out var step);
        var month = SwiftPeriods.Swifted(context, swift ? next + 1 : next, step);
        return month is { Grain: Grain.Month } known && context.Is(known.End - 1, "month") && day <= DateTime.DaysInMonth(known.First.Begin.Year, known.First.Begin.Month)
            ? When.Day(known.End, known.First.Begin.AddDays(day - 1))
            : null;
    }

    private static When WithYear(Context context, int end, int month, int day)
    {
        var at = context.Skip(end, ".", ",", "-", "/");
        var said = context.Skip(at, "of", "in");
        if (DateNumbers.Year(context.Line, said) is { } year && !context.Line.JoinedIs(year.End, ":"))
        {
            return DateGrammar.Said(year.End, year.Year, month, day);
        }

        return Brief(context, said) is { } brief ? DateGrammar.Said(brief + 1, DateNumbers.Digits(context.Line, brief, 2) ?? 0, month, day) : DateGrammar.Unsaid(context, end, month, day);
    }

    /// <summary>Two figures are a year unless they begin a time; behind a comma only where the sentence ends with them.</summary>
    private static int? Brief(Context context, int said)
    {
        var year = context.Skip(said, "'", "’");
        if (context.Line[year] is not { IsDigits: true, Length: 2 } || Timed(context, year))
        {
            return null;
        }

        var ended = context.Line[year + 1].Start < 0 || context.Word(year + 1) is "!" or "?" or ";" || (context.Is(year + 1, ".") && !context.Line.JoinedDigits(year + 2));
        return ended || !context.Is(said - 1, ",") ? year : null;
    }

    private static bool Timed(Context context, int at) =>
        TimeGrammar.AmPm(context, at + 1) is not null || (context.Word(at + 1) is ":" or "." or "/" or "-" or "%" && context.Line[at + 2].IsDigits) || context.Line.JoinedIs(at + 1, "%")
        || (context.Line.Joined(at + 1) && context.Line[at + 1].IsWord) || DateWords.Joints.Contains(context.Word(at + 1)) || TimeGrammar.Clock(context, at) is { Certain: true }
        || DurationGrammar.Unit(context, at + 1, 2) is not null;
}
