namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads what repeats: "every day", "each two weeks", "daily", "every other friday", "tuesday afternoons", "6am everyday".</summary>
internal static class SetGrammar
{
    /// <summary>What may stand behind "every"; the first that reads counts.</summary>
    private static readonly Func<Context, int, bool, When?>[] Repeated = [Quarter, Season, CountedDay, Weekday, PartOfDay, Count, Unit, Day, Month];

    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Adverb(context, at), Everyday(context, at), Every(context, at), Any(context, at), Plural(context, at), TimeFirst(context, at), Rate(context, at));

    private static When Set(int end, string timex) => When.Nowhere(end, WhenType.Set, timex);

    private static When? Adverb(Context context, int at)
    {
        var word = context.Word(at);
        if (word is "bi" or "semi" or "tri")
        {
            var next = context.Skip(at + 1, "-");
            return DateWords.Repeats.TryGetValue(word + "-" + context.Word(next), out var dashed) ? Set(next + 1, dashed) : null;
        }

        return DateWords.Repeats.TryGetValue(word, out var length) ? word is "daily" ? SetTimes.Behind(context, at + 1, length) : Set(at + 1, length) : null;
    }

    private static When? Everyday(Context context, int at) => context.Is(at, "everyday") ? SetTimes.Behind(context, at + 1, "P1D") : null;

    private static When? Any(Context context, int at)
    {
        if (!context.Is(at, "any"))
        {
            return null;
        }

        return DateWords.Weekdays.TryGetValue(context.Word(at + 1), out var weekday) ? Set(at + 2, Timex.Weekday(weekday))
            : context.Line[at + 1].IsWord && DurationGrammar.Unit(context, at + 1, 1) is { IsClock: false } unit ? Set(unit.End, unit.Timex)
            : null;
    }

    private static When? Every(Context context, int at)
    {
        if (context.Word(at) is not ("every" or "each"))
        {
            return null;
        }

        var other = context.Word(at + 1) is "other" or "alternate" || SecondUnit(context, at + 1);
        foreach (var read in Repeated)
        {
            if (read(context, other ? at + 2 : at + 1, other) is { } set)
            {
                return set;
            }
        }

        return null;
    }

    /// <summary>"every second week" skips one, "every second monday of june" is counted in a month.</summary>
    private static bool SecondUnit(Context context, int at) =>
        context.Is(at, "second") && (DateWords.Weekdays.ContainsKey(context.Word(at + 1)) ? context.Word(at + 2) is not ("of" or "in") : DurationGrammar.Unit(context, at + 1, 2) is not null);

    private static When? Quarter(Context context, int at, bool other) => context.Is(at, "quarter") ? Set(at + 1, other ? "P6M" : "P3M") : null;

    private static When? Season(Context context, int at, bool other) => DateWords.Seasons.TryGetValue(context.Word(at), out var season) ? Set(at + 1, season) : null;

    private static When? CountedDay(Context context, int at, bool other) =>
        Weekdays.Place(context, at) is not null && Weekdays.Read(context, at) is { Unresolved: false } counted && counted.First.Timex[0] == 'X' ? Set(counted.End, counted.First.Timex) : null;

    private static When? Weekday(Context context, int at, bool other) =>
        DateWords.Weekdays.TryGetValue(context.Word(at), out var weekday) ? SetTimes.Behind(context, at + 1, Timex.Weekday(weekday)) : null;

    private static When? PartOfDay(Context context, int at, bool other) =>
        context.Word(at) is not ("at" or "in") && TimeRanges.Part(context, at) is { Mod: null } part ? SetTimes.Behind(context, part.End, part.First.Timex) : null;

    private static When? Count(Context context, int at, bool other) => DurationGrammar.Single(context, at) is { } length ? Set(length.End, length.Timex) : null;

    private static When? Unit(Context context, int at, bool other) =>
        DurationGrammar.Unit(context, at, other ? 2 : 1) is { } unit ? SetTimes.Behind(context, unit.End, unit.Timex) : null;

    private static When? Day(Context context, int at, bool other) =>
        (CalendarDays.Read(context, at) ?? FigureDates.Read(context, at)) is { Unresolved: false } day ? Set(day.End, day.First.Timex) : null;

    private static When? Month(Context context, int at, bool other) => DateWords.Months.TryGetValue(context.Word(at), out var month) ? Set(at + 1, $"XXXX-{month:00}") : null;

    /// <summary>A weekday or a part of the day in the plural repeats.</summary>
    private static When? Plural(Context context, int at)
    {
        if (context.Is(at, "on") && Plural(context, at + 1) is { } led)
        {
            return led;
        }

        var word = context.Word(at);
        if (PartsOfDay(word) is { Length: 3 } part)
        {
            return Set(at + 1, part);
        }

        if (!DateWords.Weekdays.TryGetValue(word, out var weekday))
        {
            return null;
        }

        return PartsOfDay(context.Word(at + 1)) is { } parts ? Set(at + 2, Timex.Weekday(weekday) + parts)
            : word.EndsWith("days", StringComparison.Ordinal) ? SetTimes.Behind(context, at + 1, Timex.Weekday(weekday))
            : null;
    }

    private static string? PartsOfDay(string word) => word.Length > 3 && word[^1] == 's' ? DateWords.DayParts.GetValueOrDefault(word[..^1]) : null;

    private static When? TimeFirst(Context context, int at)
    {
        if (SetTimes.Before(context, at) is not { } time)
        {
            return null;
        }

        var next = context.Skip(time.End, ",", "on");
        if ((Everyday(context, next) ?? Every(context, next) ?? Days(context, next)) is not { } every)
        {
            return null;
        }

        var weekday = every.First.Timex.StartsWith("XXXX-W", StringComparison.Ordinal);
        return weekday ? Set(every.End, DateTimes.Named(every.First.Timex, time.First))
            : every.First.Timex is "P1D" ? Set(every.End, time.First.Timex)
            : null;
    }

    private static When? Days(Context context, int at) =>
        context.Word(at).EndsWith("days", StringComparison.Ordinal) && DateWords.Weekdays.TryGetValue(context.Word(at), out var weekday) ? Set(at + 1, Timex.Weekday(weekday)) : null;

    /// <summary>"one a day", "once an hour".</summary>
    private static When? Rate(Context context, int at)
    {
        if (context.Word(at) is not ("one" or "once") || context.Word(at + 1) is not ("a" or "an" or "per" or "every" or "each"))
        {
            return null;
        }

        return DurationGrammar.Unit(context, at + 2, 1) is { } unit ? Set(unit.End, unit.Timex) : null;
    }
}
