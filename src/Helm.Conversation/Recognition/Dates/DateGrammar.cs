namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a day: by name, by weekday, by month and day, by figures, by holiday, or counted from another day.</summary>
internal static class DateGrammar
{
    public static When? Read(Context context, int at) =>
        Longest(Calendar(context, at), Holidays.Read(context, at));

    /// <summary>A day that is not a holiday: only these take a time of the day and the end of a period.</summary>
    public static When? Calendar(Context context, int at) =>
        Longest(
            RelativeDays.Read(context, at),
            CalendarDays.Read(context, at),
            Weekdays.Read(context, at),
            FigureDates.Read(context, at),
            MonthDays.Read(context, at));

    public static When? Longest(params ReadOnlySpan<When?> readings)
    {
        When? best = null;
        foreach (var reading in readings)
        {
            best = reading is not null && (best is null || reading.End > best.End) ? reading : best;
        }

        return best;
    }

    /// <summary>A day of which the year is not said: the last one that has begun and the next one.</summary>
    public static When Unsaid(Context context, int end, int month, int day)
    {
        var timex = Timex.Day(null, month, day);
        if (day > DateTime.DaysInMonth(2000, month))
        {
            return When.Nowhere(end, WhenType.Date, timex);
        }

        var (past, future) = (Nearest(context, month, day, -1), Nearest(context, month, day, 1));
        return When.Day(end, timex, past, future);
    }

    public static When Said(int end, int year, int month, int day)
    {
        var years = DateNumbers.Short(year);
        var timex = $"{years.Timex}-{month:00}-{day:00}";
        if (day > DateTime.DaysInMonth(years.Past, month))
        {
            return When.Nowhere(end, WhenType.Date, timex);
        }

        return When.Day(end, timex, new DateTime(years.Past, month, day), new DateTime(years.Future, month, day));
    }

    private static DateTime Nearest(Context context, int month, int day, int step)
    {
        var year = context.Today.Year;
        for (var tries = 0; tries < 10; tries++, year = Math.Clamp(year + step, 1, 9998))
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateTime(year, month, day) is var date && (step > 0 ? date >= context.Now : date < context.Now))
            {
                return date;
            }
        }

        return context.Today;
    }
}
