#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads what repeats: "every day", "each two weeks", "daily", "every other friday", "tuesday afternoons", "6am everyday".</summary>
internal static class SetGrammar
{
    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Adverb(context, at), Every(context, at), Plural(context, at), TimeFirst(context, at), Rate(context, at));

    private static When Set(int end, string timex) => When.Nowhere(end, WhenType.Set, timex);

    private static When? Adverb(Context context, int at)
    {
        var word = context.Word(at);
        if (context.Word(at) is "bi" or "semi" && context.Is(at + 1, "-"))
        {
            return DateWords.Repeats.TryGetValue(word + "-" + context.Word(at + 2), out var dashed) ? Set(at + 3, dashed) : null;
        }

        return DateWords.Repeats.TryGetValue(word, out var length) ? word is "daily" ? WithTime(context, at + 1, length) : Set(at + 1, length) : null;
    }

    private static When? Every(Context context, int at)
    {
        if (context.Is(at, "everyday"))
        {
            return WithTime(context, at + 1, "P1D");
        }

        if (context.Is(at, "any") && context.Word(at + 1) is "day" or "week" or "weekend" or "month" or "year" && DurationGrammar.Unit(context, at + 1, 1) is { } any)
        {
            return Set(any.End, any.Timex);
        }

        if (context.Word(at) is not ("every" or "each"))
        {
            return null;
        }

        if (context.Is(at + 1, "quarter"))
        {
            return Set(at + 2, "P3M");
        }

        var other = context.Word(at + 1) is "other" or "alternate" || (context.Is(at + 1, "second") && !DateWords.Weekdays.ContainsKey(context.Word(at + 2)) && DurationGrammar.Unit(context, at + 2, 2) is not null);
        var start = other ? at + 2 : at + 1;
        if (DateWords.Seasons.TryGetValue(context.Word(start), out var season))
        {
            return Set(start + 1, season);
        }

        if (Weekdays.Place(context, start) is not null && Weekdays.Read(context, start) is { Unresolved: false } counted)
        {
            return Set(counted.End, counted.First.Timex);
        }

        if (DateWords.Weekdays.TryGetValue(context.Word(start), out var weekday))
        {
            return WithTime(context, start + 1, Timex.Weekday(weekday));
        }

        if (TimeRanges.Part(context, start) is { Mod: null } part && context.Word(start) is not ("at" or "in"))
        {
            return WithTime(context, part.End, part.First.Timex);
        }

        return DurationGrammar.Single(context, start) is { } length ? Set(length.End, length.Timex)
            : DurationGrammar.Unit(context, start, other ? 2 : 1) is { } unit ? WithTime(context, unit.End, unit.Timex)
            : Month(context, start);
    }

    private static When? Month(Context context, int at)
    {
        if ((CalendarDays.Read(context, at) ?? FigureDates.Read(context, at)) is { Unresolved: false } day)
        {
            return Set(day.End, day.First.Timex);
        }

        return DateWords.Months.TryGetValue(context.Word(at), out var month) ? Set(at + 1, $"XXXX-{month:00}") : null;
    }

    private static When WithTime(Context context, int end, string timex)
    {
        var at = context.Skip(end, ",", "at", "from", "in", "the");
        var plain = timex is "P1D" || timex[0] == 'T';
        if (TimeRanges.Read(context, end, false) is { Mod: null } part && !plain)
        {
            if (part.First.Timex.Length == 3 && TimeGrammar.Clock(context, context.Skip(part.End, "at")) is { } hour)
            {
                return Set(hour.End, timex + DayPartsNear.Within(hour, part.First.Timex));
            }

            return Set(part.End, timex + part.First.Timex);
        }

        if (TimeRanges.Read(context, end, false) is { Mod: null } daily && timex is "P1D")
        {
            return Set(daily.End, daily.First.Timex);
        }

        return TimeGrammar.Clock(context, at) is { } clock && (clock.Certain || context.Is(at - 1, "at")) && (plain || timex.StartsWith("XXXX-W", StringComparison.Ordinal))
            ? Set(clock.End, timex[0] == 'T' ? DayPartsNear.Within(clock, timex) : (plain ? "" : timex) + clock.Result().First.Timex)
            : Set(end, timex);
    }

    /// <summary>A weekday or a part of the day in the plural repeats.</summary>
    private static When? Plural(Context context, int at)
    {
        if (context.Is(at, "on") && Plural(context, at + 1) is { } led)
        {
            return led;
        }

        var word = context.Word(at);
        if (word.Length > 3 && word[^1] == 's' && DateWords.DayParts.TryGetValue(word[..^1], out var part) && part.Length == 3)
        {
            return Set(at + 1, part);
        }

        if (!DateWords.Weekdays.TryGetValue(word, out var weekday))
        {
            return null;
        }

        var next = context.Word(at + 1);
        if (next.Length > 3 && next[^1] == 's' && DateWords.DayParts.TryGetValue(next[..^1], out part))
        {
            return Set(at + 2, Timex.Weekday(weekday) + part);
        }

        return word.EndsWith("days", StringComparison.Ordinal) ? WithTime(context, at + 1, Timex.Weekday(weekday)) : null;
    }

    private static When? TimeFirst(Context context, int at)
    {
        var start = context.Skip(at, "at");
        var time = TimeGrammar.Clock(context, start) is { } clock && (clock.Certain || start > at) ? clock.Result() : TimeRanges.Part(context, at) ?? TimeRanges.Read(context, at, false);
        if (time is null || (Every(context, context.Skip(time.End, ",", "on")) ?? Days(context, context.Skip(time.End, ",", "on"))) is not { } every)
        {
            return null;
        }

        var weekday = every.First.Timex.StartsWith("XXXX-W", StringComparison.Ordinal);
        return weekday || every.First.Timex is "P1D" ? Set(every.End, (weekday ? every.First.Timex : "") + time.First.Timex) : null;
    }

    private static When? Days(Context context, int at) =>
        context.Word(at).EndsWith("days", StringComparison.Ordinal) && DateWords.Weekdays.TryGetValue(context.Word(at), out var weekday) ? Set(at + 1, Timex.Weekday(weekday)) : null;

    /// <summary>"one a day", "twice a week".</summary>
    private static When? Rate(Context context, int at)
    {
        if (context.Word(at) is not ("one" or "once") || context.Word(at + 1) is not ("a" or "per" or "every" or "each"))
        {
            return null;
        }

        return DurationGrammar.Unit(context, at + 2, 1) is { } unit ? Set(unit.End, unit.Timex) : null;
    }
}
