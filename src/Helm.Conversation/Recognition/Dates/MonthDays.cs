namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a day of a month that is not named: "on 15", "for the 27th", "at the 3rd", "31st of this month", "4-22" behind on or in.</summary>
internal static class MonthDays
{
    public static When? Read(Context context, int at) => OfMonth(context, at) ?? Dashed(context, at, false) ?? Ordinal(context, at) ?? Figure(context, at);

    /// <summary>"31st of this month", "the 2nd of next month": a day that this month does not have is no place on the calendar.</summary>
    private static When? OfMonth(Context context, int at)
    {
        if (DateNumbers.DayOfMonth(context.Line, context.Skip(at, "the")) is not { } day || context.Word(day.End) is not ("of" or "in"))
        {
            return null;
        }

        var next = context.Skip(day.End + 1, "the");
        if (!DateWords.Swifts.TryGetValue(context.Word(next), out var swift) || !context.Is(next + 1, "month"))
        {
            return null;
        }

        var month = new DateTime(context.Today.Year, context.Today.Month, 1).AddMonths(swift);
        return DateGrammar.Said(next + 2, month.Year, month.Month, day.Day);
    }

    private static When? Ordinal(Context context, int at)
    {
        var start = context.Skip(at, "the");
        if (DateNumbers.DayOfMonth(context.Line, start) is not { Ordinal: true } day)
        {
            return null;
        }

        var figures = context.Line[start].IsDigits;
        var led = context.Word(at - 1) is "on" || (figures && start == at && context.Word(at - 1) is "at" or "in") || (start > at && Introduced(context, at) && Closed(context, day.End));
        return led && !Followed(context, day.End) ? Alone(context, start) : null;
    }

    /// <summary>"on 15", "for the 27": plain figures, with nothing behind that would make them something else.</summary>
    private static When? Figure(Context context, int at)
    {
        var start = context.Skip(at, "the");
        var led = context.Word(at - 1) is "on" && context.Line[start].IsDigits ? start : start > at && Introduced(context, at) ? start : -1;
        if (led < 0 || DateNumbers.DayOfMonth(context.Line, led) is not { Ordinal: false } day || Followed(context, day.End))
        {
            return null;
        }

        return context.Is(at - 1, "on") || Closed(context, day.End) ? Alone(context, led) : null;
    }

    private static bool Introduced(Context context, int at) => context.Word(at - 1) is "for" or "on";

    private static bool Closed(Context context, int end) => context.Line[end].Start < 0 || context.Word(end) is "," or "." or "!" or "?";

    /// <summary>A sign, a unit or a noun of the calendar behind the figures makes them no day.</summary>
    private static bool Followed(Context context, int end) =>
        (context.Line.Joined(end) && (context.Word(end) is ":" or "/" or "-" or "%" or "$" || context.Line[end].IsWord || (context.Word(end) is "." or "," && context.Line.JoinedDigits(end + 1))))
        || context.Word(end) is "floor" or "place" or "street" or "quarter" or "century" or "half" or "week" or "weeks" or "of" or "percent"
        || DurationGrammar.Unit(context, end, 1) is not null;

    /// <summary>Behind "on" and "in" a dash or a point may stand between month and day.</summary>
    public static When? Dashed(Context context, int at, bool led)
    {
        if (!(led || context.Word(at - 1) is "on" or "in") || !Signed(context, at) || Continued(context, at + 3))
        {
            return null;
        }

        var (first, second) = (DateNumbers.Digits(context.Line, at, 2) ?? 0, DateNumbers.Digits(context.Line, at + 2, 2) ?? 0);
        return InYear(context, at + 3, first, second) ?? (context.Is(at + 1, "-") ? InYear(context, at + 3, second, first) : null);
    }

    private static bool Signed(Context context, int at) =>
        context.Line[at].IsDigits && context.Line.Joined(at + 1) && context.Word(at + 1) is "-" or "." && context.Line.JoinedDigits(at + 2);

    private static bool Continued(Context context, int end) =>
        context.Line.Joined(end) && (context.Line[end].IsWord || context.Word(end) is "-" or "%" or "/" || context.Line.JoinedDigits(end + 1));

    private static When? InYear(Context context, int end, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 ? DateGrammar.Unsaid(context, end, month, day) : null;

    /// <summary>That day of the last month that had it, and of the next one.</summary>
    public static When? Alone(Context context, int at)
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
}
