namespace Helm.Conversation.Recognition.Dates;

/// <summary>The periods that stand apart from the plain units: decades, parts of years, what lies near to now, weekends of holidays.</summary>
internal static class NamedPeriods
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Decades.Read(context, at), YearParts.Read(context, at), NearPeriods.Read(context, at), HolidayWeekends.Read(context, at));
}
