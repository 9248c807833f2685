using Helm.Conversation.Recognition.Numbers;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads days by their weekday: "friday", "next monday", "tuesday of next week", "Wed 13th", "the second sunday of May".</summary>
internal static class Weekdays
{
    public static When? Read(Context context, int at) => Counted(context, at) ?? InWeek(context, at) ?? Ahead(context, at) ?? OfWeek(context, at) ?? Swift(context, at) ?? Bare(context, at);

    private static When? Swift(Context context, int at)
    {
        var word = context.Is(at, "this") && context.Word(at + 1) is "coming" or "upcoming" or "past" ? at + 1 : at;
        if (SwiftPeriods.Enduring(context, word) || context.Word(word) is "current" or "present" || !DateWords.Swifts.TryGetValue(context.Word(word), out var swift) || !DateWords.Weekdays.TryGetValue(context.Word(word + 1), out var day))
        {
            return null;
        }

        // "the coming friday" is the first one ahead, "next friday" that of next week.
        var ahead = context.Word(word) is "coming" or "upcoming" or "following" or "past";
        var date = context.Monday.AddDays((7 * swift) + day - 1);
        return When.Day(word + 2, ahead ? First(context.Today, day, swift) : date);
    }

    private static DateTime First(DateTime from, int weekday, int step)
    {
        var date = from.AddDays(step);
        while (Context.Weekday(date) != weekday)
        {
            date = date.AddDays(step);
        }

        return date;
    }

    private static When? OfWeek(Context context, int at)
    {
        var day = context.Skip(at, "on");
        if (!DateWords.Weekdays.TryGetValue(context.Word(day), out var weekday))
        {
            return WeekFirst(context, at);
        }

        var of = context.Skip(day + 1, "of");
        var next = context.Skip(of, "the");
        if (!DateWords.Swifts.TryGetValue(context.Word(next), out var swift) || !context.Is(next + 1, "week"))
        {
            return null;
        }

        // Only of the next week the specification says "on friday of the next week"; the others have neither word.
        return swift > 0 || (day == at && next == of) ? When.Day(next + 2, context.Monday.AddDays((7 * swift) + weekday - 1)) : null;
    }

    /// <summary>"next week wednesday", "next week on tuesday", "this week - friday".</summary>
    private static When? WeekFirst(Context context, int at)
    {
        if (context.Word(at) is "current" or "present" || !DateWords.Swifts.TryGetValue(context.Word(at), out var swift) || !context.Is(at + 1, "week"))
        {
            return null;
        }

        var day = context.After(at + 2, ",", "on") ?? context.Skip(at + 2, "on", "-", "–", "—");
        return DateWords.Weekdays.TryGetValue(context.Word(day), out var weekday) ? When.Day(day + 1, context.Monday.AddDays((7 * swift) + weekday - 1)) : null;
    }

    /// <summary>"sun" and "sat" alone are no days, and "mondays" repeat.</summary>
    private static bool NoDay(Context context, int at) =>
        context.Word(at).EndsWith("days", StringComparison.Ordinal) || (context.Word(at) is "sun" or "sat" && !context.Is(at - 1, "on"));

    private static When? Bare(Context context, int at)
    {
        if (!DateWords.Weekdays.TryGetValue(context.Word(at), out var weekday))
        {
            return null;
        }

        if (OfMonth(context, at, weekday) is { } day)
        {
            return day;
        }

        if (NoDay(context, at))
        {
            return null;
        }

        var future = First(context.Today.AddDays(-1), weekday, 1);
        return When.Day(at + 1, Timex.Weekday(weekday), future.AddDays(-7), future);
    }

    /// <summary>"Wed 13th", "monday 21": that day in the nearest months where it falls so; with "the" only in the present month.</summary>
    private static When? OfMonth(Context context, int at, int weekday)
    {
        var article = context.Is(at + 1, "the");
        var start = article ? at + 2 : at + 1;
        if (DateNumbers.DayOfMonth(context.Line, start) is not { } day || (!article && (context.Line[start].IsWord || Continued(context, day.End))))
        {
            return null;
        }

        var here = new DateTime(context.Today.Year, context.Today.Month, 1);
        if (!article)
        {
            return Both(context, day.End, weekday, day.Day);
        }

        return day.Day <= DateTime.DaysInMonth(here.Year, here.Month) && Context.Weekday(here.AddDays(day.Day - 1)) == weekday ? When.Day(day.End, here.AddDays(day.Day - 1)) : null;
    }

    /// <summary>A dash, a colon or a half of the day behind the figures makes them an hour.</summary>
    private static bool Continued(Context context, int end) =>
        (context.Word(end) is "-" or ":" && context.Line.Joined(end)) || context.Word(end) is "o" or "oclock" or "sharp" || TimeGrammar.AmPm(context, end) is not null;

    /// <summary>The last and the next month in which that day falls on that weekday.</summary>
    private static When Both(Context context, int end, int weekday, int day)
    {
        return When.Day(end, Timex.Weekday(weekday), Near(-1), Near(1));

        DateTime Near(int step)
        {
            var month = new DateTime(context.Today.Year, context.Today.Month, 1);
            for (var tries = 0; tries < 120; tries++, month = month.AddMonths(step))
            {
                if (day <= DateTime.DaysInMonth(month.Year, month.Month) && Context.Weekday(month.AddDays(day - 1)) == weekday
                    && (step > 0 ? month.AddDays(day - 1) >= context.Today : month.AddDays(day - 1) < context.Today))
                {
                    return month.AddDays(day - 1);
                }
            }

            return context.Today;
        }
    }

    /// <summary>"first friday of next month", "last monday in october 2018".</summary>
    private static When? Counted(Context context, int at)
    {
        if (Place(context, context.Skip(at, "the")) is not { } place || !DateWords.Weekdays.TryGetValue(context.Word(place.End), out var weekday))
        {
            return null;
        }

        var month = context.Skip(place.End + 1, "of", "in", "on", "the");
        if (month == place.End + 1)
        {
            return Here(context, place.Place, weekday, month);
        }

        return MonthOf(context, month) is { } period ? InMonth(context, place.Place, weekday, period) : Here(context, place.Place, weekday, place.End + 1);
    }

    /// <summary>A month by name, or seen from now.</summary>
    public static When? MonthOf(Context context, int at)
    {
        var swift = DateWords.Swifts.TryGetValue(context.Word(at), out var step) ? at + 1 : at;
        var period = MonthPeriods.Unsaid(context, at) ?? MonthPeriods.Read(context, at) ?? (context.Is(swift, "month") ? SwiftPeriods.Swifted(context, swift, step) : null);
        return period is { Type: WhenType.DateRange, Grain: Grain.Month, Unresolved: false } ? period : null;
    }

    /// <summary>"1st week of Oct. on Friday" is counted like "1st Friday of Oct".</summary>
    private static When? InWeek(Context context, int at)
    {
        if (Place(context, context.Skip(at, "the")) is not { } place || !context.Is(place.End, "week") || MonthOf(context, context.Skip(place.End + 1, "of", "in")) is not { } month)
        {
            return null;
        }

        var day = context.Skip(month.End, ".", "on");
        return DateWords.Weekdays.TryGetValue(context.Word(day), out var weekday) ? InMonth(context, place.Place, weekday, month with { End = day + 1 }) : null;
    }

    /// <summary>"second sunday": that of the present month.</summary>
    private static When? Here(Context context, int place, int weekday, int end)
    {
        if (place < 0)
        {
            return null;
        }

        var month = new DateTime(context.Today.Year, context.Today.Month, 1);
        var day = Nth(month, place, weekday);
        return day.Month == month.Month ? When.Day(end, day) : When.Nowhere(end, WhenType.Date, Timex.Day(month.Year, month.Month, Math.Min(31, (day - month).Days + 1)));
    }

    /// <summary>"two sundays from now", "two monday later".</summary>
    private static When? Ahead(Context context, int at)
    {
        if (IntegerWords.ReadSmall(context.Line, at) is not { } count || !DateWords.Weekdays.TryGetValue(context.Word(count.End), out var weekday))
        {
            return null;
        }

        var end = context.After(count.End + 1, "from", "now") ?? context.After(count.End + 1, "later");
        return end is { } last ? When.Day(last, First(context.Today, weekday, 1).AddDays(7 * (count.Value - 1))) : null;
    }

    public static (int Place, int End)? Place(Context context, int at)
    {
        if (context.Is(at, "last"))
        {
            return (-1, at + 1);
        }

        return OrdinalWords.Read(context.Line, at) is { Value: >= 1 and <= 5 } place ? ((int)place.Value, place.End) : null;
    }

    /// <summary>Of a month whose year is not said the last such day and the next one; the name counts in the present year.</summary>
    public static When InMonth(Context context, int place, int weekday, When month)
    {
        var begin = month.First.Begin;
        var unsaid = month.First.Timex[0] == 'X';
        var here = unsaid ? new DateTime(context.Today.Year, begin.Month, 1) : begin;
        place = Held(here, place < 0 ? 5 : place, weekday);
        var day = Nth(here, place, weekday);
        var timex = $"XXXX-{begin.Month:00}-WXX-{weekday % 7}-#{place}";
        var (past, future) = day < context.Now ? (day, Within(here.AddYears(1), place, weekday)) : (Within(here.AddYears(-1), place, weekday), day);
        return unsaid ? When.Day(month.End, timex, past, future) : When.Day(month.End, timex, day, day);
    }

    /// <summary>A month without a fifth such day has only four.</summary>
    private static int Held(DateTime month, int place, int weekday) => Nth(month, place, weekday).Month == month.Month ? place : place - 1;

    private static DateTime Within(DateTime month, int place, int weekday) => Nth(month, Held(month, place, weekday), weekday);

    public static DateTime Nth(DateTime month, int place, int weekday)
    {
        if (place < 0)
        {
            return First(month.AddMonths(1), weekday, -1);
        }

        return First(month.AddDays(-1), weekday, 1).AddDays(7 * (place - 1));
    }
}
