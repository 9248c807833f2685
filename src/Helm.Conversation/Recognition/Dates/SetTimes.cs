namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads the time of the day beside what repeats: "every day [at 3pm]", "every friday [from 3 to 5]", "[6am] everyday".</summary>
internal static class SetTimes
{
    /// <summary>The repetition with the time behind it, where there is one.</summary>
    public static When Behind(Context context, int end, string timex)
    {
        var weekday = timex.StartsWith("XXXX-W", StringComparison.Ordinal);
        var part = TimeRanges.Read(context, end, weekday) is { Mod: null } range ? range : null;
        if (part is not null && timex is "P1D")
        {
            return Set(part.End, part.First.Timex);
        }

        return part is not null && weekday ? Within(context, part, timex) : At(context, end, timex);
    }

    /// <summary>The time that stands first: certain, or said with "at".</summary>
    public static When? Before(Context context, int at)
    {
        var start = context.Skip(at, "at");
        return TimeGrammar.Clock(context, start) is { } clock && (clock.Certain || start > at) ? clock.Result() : TimeRanges.Part(context, at) ?? TimeRanges.Read(context, at, false);
    }

    private static When Set(int end, string timex) => When.Nowhere(end, WhenType.Set, timex);

    private static When Within(Context context, When part, string timex) =>
        part.First.Timex.Length == 3 && TimeGrammar.Clock(context, context.Skip(part.End, "at")) is { } hour
            ? Set(hour.End, timex + DayPartsNear.Within(hour, part.First.Timex))
            : Set(part.End, DateTimes.Named(timex, part.First));

    private static When At(Context context, int end, string timex)
    {
        var plain = timex is "P1D" || timex[0] == 'T';
        var at = context.Skip(end, ",", "at", "from", "in", "the");
        if (!(plain || timex.StartsWith("XXXX-W", StringComparison.Ordinal)) || TimeGrammar.Clock(context, at) is not { } clock || !(clock.Certain || context.Is(at - 1, "at")))
        {
            return Set(end, timex);
        }

        return Set(clock.End, timex[0] == 'T' ? DayPartsNear.Within(clock, timex) : (plain ? "" : timex) + clock.Result().First.Timex);
    }
}
