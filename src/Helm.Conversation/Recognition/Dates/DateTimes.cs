namespace Helm.Conversation.Recognition.Dates;

/// <summary>Joins dates and times: "monday at 2.30", "8.30 pm today", "tomorrow morning", "6-8 next Monday", "tonight", "end of day", "now".</summary>
internal static class DateTimes
{
    private static readonly string[] Links = ["at", "for", "around", "on", "in", "of", ",", "t"];

    private static readonly (string[] Words, string Timex)[] Moments =
    [
        (["right", "now"], "PRESENT_REF"), (["now"], "PRESENT_REF"), (["at", "present"], "PRESENT_REF"), (["at", "this", "time"], "PRESENT_REF"),
        (["at", "this", "minute"], "PRESENT_REF"), (["at", "the", "minute"], "PRESENT_REF"), (["at", "the", "moment"], "PRESENT_REF"),
        (["at", "the", "present", "time"], "PRESENT_REF"), (["recently"], "PAST_REF"), (["previously"], "PAST_REF"),
        (["as", "soon", "as", "possible"], "FUTURE_REF"), (["asap"], "FUTURE_REF"),
    ];

    /// <summary>"Now, ..." opens a sentence, "for now" and "is now for" are no moments.</summary>
    private static bool Filler(Context context, int at) =>
        context.Is(at, "now") && ((at == 0 && context.Is(at + 1, ",")) || context.Is(at - 1, "for") || (context.Word(at - 1) is "is" or "are" && context.Is(at + 1, "for")));

    /// <summary>Before a counted weekday the article stays outside: "the [first monday evening of june]".</summary>
    public static When? Read(Context context, int at) =>
        context.Is(at, "the") && context.Line[at + 1].IsWord && Weekdays.Place(context, at + 1) is not null && One(context, at + 1) is { } counted ? counted with { From = at + 1 } : One(context, at);

    private static When? One(Context context, int at) =>
        DateGrammar.Longest(Now(context, at), EndOfDay(context, at), DayPartsNear.Read(context, at), DateFirst(context, at), HourFirst(context, at), TimeFirst(context, at), MomentRanges.Read(context, at), DayEdges.Read(context, at), CountedDay(context, at));

    /// <summary>"first monday evening of next month": the time stands before the month.</summary>
    private static When? CountedDay(Context context, int at)
    {
        if (Weekdays.Place(context, at) is not { } place || !DateWords.Weekdays.TryGetValue(context.Word(place.End), out var weekday))
        {
            return null;
        }

        var next = context.Skip(place.End + 1, "at");
        if ((TimeRanges.Read(context, next, true) ?? TimeGrammar.Clock(context, next)?.Result()) is not { } time || context.Word(time.End) is not ("of" or "in"))
        {
            return null;
        }

        return Weekdays.MonthOf(context, time.End + 1) is { } month ? Join(Weekdays.InMonth(context, place.Place, weekday, month), time, month.End) : null;
    }

    private static When? Now(Context context, int at)
    {
        foreach (var (words, timex) in Moments)
        {
            if (context.After(at, words) is { } end && !Filler(context, at))
            {
                return new When(end, WhenType.DateTime, Grain.Time, [new Choice(timex, context.Now, context.Now)]);
            }
        }

        return null;
    }

    private static When? EndOfDay(Context context, int at)
    {
        var start = context.Skip(at, "the");
        if (context.Is(start, "eod") || context.After(start, "end", "of", "day") is not null || context.After(start, "end", "of", "the", "day") is not null)
        {
            var end = context.Is(start, "eod") ? start + 1 : context.Skip(start + 2, "the") + 1;
            return OnDay(When.Day(end, context.Today));
        }

        var day = context.After(start, "end", "of") is { } of ? context.Skip(of, "the") : 0;
        return day > 0 && DateGrammar.Read(context, day) is { Unresolved: false } named && !context.Is(named.End, "year") ? OnDay(named) : null;
    }

    private static When OnDay(When day) =>
        new(day.End, WhenType.DateTime, Grain.Time, [.. day.Choices.Select(choice => new Choice(choice.Timex + "T23:59:59", choice.Begin.AddDays(1).AddSeconds(-1), choice.Begin.AddDays(1).AddSeconds(-1)))]);

    public static When? DateFirst(Context context, int at)
    {
        if (DateGrammar.Calendar(context, at) is not { Type: WhenType.Date } date)
        {
            return null;
        }

        var next = date.End;
        while (next - date.End < 3 && Links.Contains(context.Word(next)))
        {
            next++;
        }

        return InPart(context, date) ?? TimeAfter(context, date, next) ?? AmPm(context, date);
    }

    /// <summary>"tuesday in the morning", "tuesday, in the afternoon".</summary>
    private static When? InPart(Context context, When date)
    {
        var next = context.Skip(date.End, ",");
        return context.Is(next, "in") && TimeRanges.Part(context, next) is { Mod: null } part ? Join(date, part, part.End) : null;
    }

    private static When? AmPm(Context context, When date) =>
        context.Word(date.End) is "am" or "pm" && !context.Line.Joined(date.End)
            ? Join(date, TimeRanges.Span(date.End + 1, context.Is(date.End, "am") ? "TMO" : "TAF", null), date.End + 1)
            : null;

    private static When? TimeAfter(Context context, When date, int next)
    {
        if (TimeRanges.Part(context, next) is { } part)
        {
            return PartHour(context, date, part) ?? (part.Mod is null || next == date.End ? Join(date, part, part.End) with { Mod = part.Mod } : null);
        }

        return TimeRanges.Read(context, next, true) is { } range ? Join(date, range, range.End) : ClockAfter(context, date, next);
    }

    /// <summary>A bare hour needs "at"; figures behind "on" and "in" are something else.</summary>
    private static When? ClockAfter(Context context, When date, int next)
    {
        var link = context.Word(next - 1);
        if (context.Word(next) is "from" or "between" || (link is "on" or "in" && context.Line[next].IsDigits))
        {
            return null;
        }

        return TimeGrammar.Clock(context, next) is { } clock && (clock.Certain || link is "at" or "around") ? Join(date, clock.Result(), clock.End) : null;
    }

    /// <summary>"friday morning 9am", "monday night at 9": the hour lies in the part of the day.</summary>
    private static When? PartHour(Context context, When date, When part) =>
        part.Mod is null && TimeGrammar.Clock(context, context.Skip(part.End, ",", "at")) is { } clock && !DateWords.Joints.Contains(context.Word(clock.End)) && Unit(context, clock)
            ? Hours(date, clock, part.First.Timex, clock.End)
            : null;

    private static bool Unit(Context context, Clock clock) => clock.Certain || DurationGrammar.Unit(context, clock.End, 1) is null;

    private static When Hours(When date, Clock clock, string part, int end)
    {
        var time = clock.Time + TimeSpan.FromHours(DayPartsNear.Shift(clock.Time.Hours, part));
        return Join(date, (clock with { Time = time, Open = false }).Result(), end);
    }

    /// <summary>"9:30 friday morning", "at 9 friday morning".</summary>
    private static When? HourFirst(Context context, int at)
    {
        if (TimeGrammar.Clock(context, at) is not { } clock || Weekdays.Read(context, context.Skip(clock.End, ",", "on")) is not { Unresolved: false } date)
        {
            return null;
        }

        return TimeRanges.Part(context, date.End) is { Mod: null } part && part.First.Timex.Length == 3 ? Hours(date, clock, part.First.Timex, part.End) : null;
    }

    public static When? TimeFirst(Context context, int at)
    {
        if (Spanned(context, at) is not { } time)
        {
            return null;
        }

        if (time.First.Timex[0] == '(' && DayPartsNear.Today(context, time.End) is { Mod: null } part)
        {
            return Join(DayPartsNear.Plain(part), DayPartsNear.Late(time, part), part.End);
        }

        var next = context.Skip(time.End, ",", "on", "of", "in");
        return !Paused(context, at, time, next) && DateGrammar.Calendar(context, next) is { Type: WhenType.Date } date && !Separate(context, at, time, next, date)
            ? Join(date, time, context.Skip(date.End, "morning", "afternoon", "evening", "night"))
            : null;
    }

    /// <summary>A comma parts "morning, monday", but not "in the morning, monday".</summary>
    private static bool Paused(Context context, int at, When time, int next) =>
        time.First.Timex[0] != '(' && time.Type == WhenType.TimeRange && next == time.End + 1 && context.Is(time.End, ",") && !context.Is(at, "in");

    private static When? Spanned(Context context, int at) =>
        TimeRanges.Read(context, at, true) is { } range && range.First.Timex[0] == '(' ? range : Clock(context, at) ?? TimeRanges.Part(context, at);

    /// <summary>A meal stands beside its day, and so does a bare number beside "tomorrow morning".</summary>
    private static bool Separate(Context context, int at, When time, int next, When date)
    {
        var bare = time.End == at + 1 && context.Line[at].IsDigits && DateWords.NamedDays.ContainsKey(context.Word(next)) && DateWords.DayParts.ContainsKey(context.Word(date.End));
        return bare || (time.Type == WhenType.TimeRange && time.First.Timex.StartsWith("TME", StringComparison.Ordinal));
    }

    private static When? Clock(Context context, int at)
    {
        var dotted = context.Is(at, "at") && context.Line.JoinedIs(at + 2, ".");
        var start = dotted ? at + 1 : at;
        return TimeGrammar.Clock(context, start) is { } clock && (clock.Certain || start > at || context.Word(at - 1) is "at" or "around" or "circa" || context.Is(clock.End, "today") || context.Is(clock.End, "tomorrow")) ? clock.Result() : null;
    }

    /// <summary>Every time of the day on every day: the time changes slowest.</summary>
    public static When Join(When date, When time, int end)
    {
        var range = time.Type == WhenType.TimeRange;
        var choices = new List<Choice>();
        foreach (var clock in time.Choices)
        {
            foreach (var day in date.Choices)
            {
                choices.Add(new Choice(Named(day.Timex, clock), day.Begin.Date + (clock.Begin - DateTime.MinValue), day.Begin.Date + (clock.Finish - DateTime.MinValue)));
            }
        }

        return new When(end, range ? WhenType.DateTimeRange : WhenType.DateTime, Grain.Time, choices) { Unresolved = date.Unresolved };
    }

    /// <summary>The name of a time on that day; both ends of a range are named.</summary>
    public static string Named(string day, Choice clock)
    {
        if (clock.Timex[0] != '(')
        {
            return day + clock.Timex;
        }

        var parts = clock.Timex[1..^1].Split(',');
        return Timex.Range(day + parts[0], (clock.Finish.Day > 1 ? Morrow(day) : day) + parts[1], parts[2]);
    }

    /// <summary>The name of the day after, where the day is no certain one: a period that begins in the evening ends there.</summary>
    private static string Morrow(string day)
    {
        if (day.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && day.Length == 10)
        {
            return Timex.Weekday(((day[9] - '0') % 7) + 1);
        }

        return day[0] == 'X' && DateTime.TryParseExact("2001" + day[4..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? Timex.Day(null, date.AddDays(1).Month, date.AddDays(1).Day)
            : day;
    }
}
