namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads the weekend that a holiday lengthens: "labor day weekend", "weekend of thanksgiving 2023", "halloween weekend 2021".</summary>
internal static class HolidayWeekends
{
    public static When? Read(Context context, int at)
    {
        var of = context.After(context.Skip(at, "the"), "weekend", "of");
        if (of is { } start)
        {
            return Holidays.Read(context, start) is { } named ? Around(named, named.End) : null;
        }

        if (Holidays.Read(context, at) is not { } holiday || !context.Is(holiday.End, "weekend"))
        {
            return null;
        }

        var next = context.Skip(holiday.End + 1, "of", "in");
        return YearParts.Year(context, next) is { } year && Holidays.InYear(context, at, year.Year) is { } day
            ? Around(holiday with { Choices = [new Choice("", day, day)] }, year.End)
            : Around(holiday, holiday.End + 1);
    }

    private static When? Around(When holiday, int end)
    {
        if (holiday.Unresolved || holiday.Type != WhenType.Date)
        {
            return null;
        }

        return new When(end, WhenType.DateRange, Grain.Week, [.. holiday.Choices.Select(choice => Weekend(choice.Begin)).Distinct()]);
    }

    /// <summary>From the holiday to Monday where it lies late in the week, from Saturday to past the holiday where it lies early.</summary>
    private static Choice Weekend(DateTime day)
    {
        var weekday = Context.Weekday(day);
        var (begin, finish) = weekday <= 2 ? (day.AddDays(-weekday - 1), day.AddDays(1)) : (weekday < 6 ? day : day.AddDays(6 - weekday), day.AddDays(8 - weekday));
        return new Choice(Timex.Week(begin) + "-WE", begin, finish);
    }
}
