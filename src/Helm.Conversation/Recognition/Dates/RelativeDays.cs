namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads days counted from another: "today", "the day after tomorrow", "two weeks ago", "three weeks from tmrw", "in 5 minutes".</summary>
internal static class RelativeDays
{
    private static readonly (string[] Words, int Days)[] Phrases =
    [
        (["the", "day", "after", "tomorrow"], 2),
        (["day", "after", "tomorrow"], 2),
        (["the", "day", "after", "tmr"], 2),
        (["day", "after", "tmr"], 2),
        (["the", "day", "after", "tmrw"], 2),
        (["day", "after", "tmrw"], 2),
        (["current", "date"], 0),
        (["otd"], 0),
        (["the", "day", "before", "yesterday"], -2),
        (["day", "before", "yesterday"], -2),
        (["the", "day", "after"], 1),
        (["the", "day", "before"], -1),
        (["my", "day"], 0),
        (["of", "the", "day"], 0),
        (["for", "the", "day"], 0),
    ];

    public static When? Read(Context context, int at) => OnDay(context, at) ?? Anchored(context, at) ?? In(context, at) ?? Named(context, at);

    public static When? Named(Context context, int at)
    {
        foreach (var (words, days) in Phrases)
        {
            if (context.After(at, words) is { } end && !(days == 0 && context.Word(end) is "after" or "before"))
            {
                return When.Day(end, context.Today.AddDays(days)) with { From = words[0] is "of" or "for" ? at + 1 : null };
            }
        }

        return Swift(context, at) ?? Alone(context, at) ?? (DateWords.NamedDays.TryGetValue(context.Word(at), out var near)
            ? When.Day(at + 1, context.Today.AddDays(near))
            : null);
    }

    /// <summary>"the next day", "this day": the article belongs to it, and what "will last day and night" is no day.</summary>
    private static When? Swift(Context context, int at)
    {
        var word = context.Skip(at, "the");
        return DateWords.Swifts.TryGetValue(context.Word(word), out var days) && context.Is(word + 1, "day") && !SwiftPeriods.Enduring(context, word) ? When.Day(word + 2, context.Today.AddDays(days)) : null;
    }

    private static When? Alone(Context context, int at) =>
        context.After(at, "the", "day") is { } end && context.Line[end].Kind == Reading.TokenKind.Symbol && context.Word(at - 1) is not ("of" or "all" or "rest") ? When.Day(end, context.Today) : null;

    private static When? In(Context context, int at)
    {
        var vague = context.Word(at) is "in";
        if (vague && DurationGrammar.Single(context, at + 1) is { } first && DurationGrammar.Chain(context, first) is { Count: > 1 } chain && chain.Exists(part => part.IsClock))
        {
            return Moved(context, chain, 1, chain[^1].End);
        }

        return vague && DurationGrammar.Single(context, at + 1) is { } length && !context.Is(length.End, "of") ? OnWeekday(context, Shifted(length, context.Now, 1, length.End)) : null;
    }

    /// <summary>"thursday, two years from now": that weekday of the week, counted from Sunday, in which the day lies.</summary>
    private static When? OnDay(Context context, int at)
    {
        if (!DateWords.Weekdays.TryGetValue(context.Word(at), out var weekday) || Anchored(context, context.Skip(at + 1, ",")) is not { Type: WhenType.Date, Unresolved: false } day)
        {
            return null;
        }

        var date = day.Last.Begin;
        return When.Day(day.End, date.AddDays((weekday % 7) - (int)date.DayOfWeek));
    }

    /// <summary>A length, then ago, later, from now, or before or after a day.</summary>
    private static When? Anchored(Context context, int at)
    {
        if (DurationGrammar.Single(context, at) is not { } length)
        {
            return null;
        }

        if (Chained(context, length) is { } chained)
        {
            return chained;
        }

        var end = length.End;
        if (context.Word(end) is "ago" or "earlier" or "before" && Anchor(context, end + 1) is not { Type: WhenType.Date })
        {
            return context.Is(end, "before") ? null : Shifted(length, context.Now, -1, end + 1);
        }

        if (context.Word(end) is "later" or "hence" && !context.Is(end + 1, "than") && !DateWords.Swifts.ContainsKey(context.Word(end + 1)))
        {
            return OnWeekday(context, Shifted(length, context.Now, 1, end + 1));
        }

        return Counted(context, length);
    }

    /// <summary>"2 years 1 month and 21 days ago": every length is counted in turn, the greater units first.</summary>
    private static When? Chained(Context context, Length first)
    {
        var parts = new List<Length> { first };
        while (parts.Count < 6 && DurationGrammar.Single(context, context.Skip(parts[^1].End, ",", "and")) is { } next)
        {
            parts.Add(next);
        }

        var end = parts[^1].End;
        var sign = context.Word(end) switch { "ago" or "earlier" => -1, "later" or "hence" => 1, "from" when context.Is(end + 1, "now") => 1, _ => 0 };
        if (parts.Count == 1 || sign == 0)
        {
            return null;
        }

        return Moved(context, parts, sign, context.Is(end, "from") ? end + 2 : end + 1);
    }

    private static When Moved(Context context, List<Length> parts, int sign, int last)
    {
        var moment = parts.OrderByDescending(part => part.Unit is "Y" or "10Y" ? 2 : part.Unit is "MON" ? 1 : 0).Aggregate(context.Now, (from, part) => part.From(from, sign));
        return parts.Exists(part => part.IsClock)
            ? new When(last, WhenType.DateTime, Grain.Time, [new Choice(Timex.Of(moment) + Timex.Time(moment.TimeOfDay, 3), moment, moment)])
            : When.Day(last, moment.Date);
    }

    private static When? Counted(Context context, Length length)
    {
        var sign = context.Word(length.End) switch { "from" or "after" => 1, "before" => -1, _ => 0 };
        var at = length.End + 1;
        if (sign != 0 && context.Is(at, "now"))
        {
            return Shifted(length, context.Now, sign, at + 1);
        }

        if (sign == 0 || length.IsClock || Anchor(context, at) is not { Unresolved: false } anchor)
        {
            return null;
        }

        var (past, future) = (length.From(anchor.First.Begin, sign), length.From(anchor.Last.Begin, sign));
        var day = When.Day(anchor.End, anchor.Choices.Count == 1 ? past : future);
        return OnWeekday(context, day);
    }

    private static When? Anchor(Context context, int at) =>
        Named(context, at) ?? CalendarDays.Read(context, at) ?? Weekdays.Read(context, at) ?? FigureDates.Read(context, at) ?? Holidays.Read(context, at);

    /// <summary>"two months from today on Tuesday": the first Tuesday after that day.</summary>
    private static When OnWeekday(Context context, When day)
    {
        if (day.Type != WhenType.Date || !context.Is(day.End, "on") || !DateWords.Weekdays.TryGetValue(context.Word(day.End + 1), out var weekday))
        {
            return day;
        }

        var date = day.First.Begin.AddDays(1);
        while (Context.Weekday(date) != weekday)
        {
            date = date.AddDays(1);
        }

        return When.Day(day.End + 2, date);
    }

    private static When Shifted(Length length, DateTime from, int sign, int end)
    {
        var moment = length.From(from, sign);
        if (!length.IsClock)
        {
            return When.Day(end, moment.Date);
        }

        var timex = Timex.Of(moment) + Timex.Time(moment.TimeOfDay, 3);
        return new When(end, WhenType.DateTime, Grain.Time, [new Choice(timex, moment, moment)]);
    }
}
