namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads the week with a day in it: "the week of the 18th", "w/c feb 4", "the week commencing February 4".</summary>
internal static class WeeksOf
{
    public static When? Read(Context context, int at)
    {
        var start = context.Skip(at, "the");
        var begun = context.Is(start, "week") && context.Word(start + 1) is "commencing" or "starting" or "beginning" ? context.Skip(start + 2, "on") : 0;
        var day = context.After(start, "week", "of") ?? context.After(start, "w", "/", "c") ?? begun;
        if (day == 0)
        {
            return null;
        }

        day = context.Skip(day, "the") is var named && context.Line[named].IsDigits ? day : named;
        var date = DateGrammar.Read(context, day) ?? MonthDays.Alone(context, context.Skip(day, "the"));
        return date is not { Unresolved: false, Type: WhenType.Date } known ? null : known with { Type = WhenType.DateRange, Grain = Grain.Week, Choices = [.. known.Choices.Select(Week)] };
    }

    private static Choice Week(Choice day)
    {
        var monday = day.Begin.AddDays(1 - Context.Weekday(day.Begin));
        return new Choice(day.Timex, monday, monday.AddDays(7));
    }
}
