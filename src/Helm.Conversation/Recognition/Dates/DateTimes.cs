#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
namespace Helm.Conversation.Recognition.Dates;

/// <summary>Joins dates and times: "monday at 2.30", "8.30 pm today", "tomorrow morning", "6-8 next Monday", "tonight", "end of day", "now".</summary>
internal static class DateTimes
{
    private static readonly string[] Links = ["at", "for", "around", "on", "in", "of", ","];

    /// <summary>Before a counted weekday the article stays outside: "the [first monday evening of june]".</summary>
    public static When? Read(Context context, int at) =>
        context.Is(at, "the") && context.Line[at + 1].IsWord && Weekdays.Place(context, at + 1) is not null && One(context, at + 1) is { } counted ? counted with { From = at + 1 } : One(context, at);

    private static When? One(Context context, int at) =>
        DateGrammar.Longest(Now(context, at), EndOfDay(context, at), Tonight(context, at), DateFirst(context, at), HourFirst(context, at), TimeFirst(context, at), Between(context, at), DayEdges.Read(context, at), CountedDay(context, at));

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

        return Weekdays.MonthOf(context, time.End + 1) is { } month ? Join(Weekdays.InMonth(place.Place, weekday, month), time, month.End) : null;
    }

    private static When? Now(Context context, int at)
    {
        var end = context.After(at, "right", "now") ?? context.After(at, "as", "soon", "as", "possible") ?? context.After(at, "at", "present")
            ?? context.After(at, "at", "this", "time") ?? context.After(at, "recently") ?? context.After(at, "previously") ?? context.After(at, "at", "the", "moment") ?? context.After(at, "asap") ?? context.After(at, "now");
        if (end is not { } found)
        {
            return null;
        }

        var timex = context.Word(found - 1) switch { "asap" or "possible" => "FUTURE_REF", "recently" or "previously" => "PAST_REF", _ => "PRESENT_REF" };
        return new When(found, WhenType.DateTime, Grain.Time, [new Choice(timex, context.Now, context.Now)]);
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

    /// <summary>"tonight", "this evening" and the like, with an hour before or behind.</summary>
    private static When? Tonight(Context context, int at)
    {
        if (!context.Is(at - 1, "building") && TimeGrammar.Clock(context, at) is { } before && Today(context, context.Skip(before.End, ",", "in")) is { } part && (before.Certain || !DateWords.NamedDays.ContainsKey(context.Word(context.Skip(before.End, ",", "in")))))
        {
            return Hour(before, part, part.End);
        }

        if (Today(context, at) is not { } named)
        {
            return null;
        }

        var next = context.Skip(named.End, ",", "at", DateWords.NamedDays.ContainsKey(context.Word(at)) ? "at" : "around");
        if (TimeGrammar.Clock(context, next) is { } clock && !DateWords.Joints.Contains(context.Word(clock.End)))
        {
            return Hour(clock, named, clock.End);
        }

        return TimeRanges.Read(context, next, true) is { Type: WhenType.TimeRange } range && range.First.Timex[0] == '(' ? Join(Plain(named), Late(range, named), range.End) : named;
    }

    private static When Late(When range, When part) =>
        range.Choices.Count > 1 ? range with { Choices = [part.First.Begin.Hour >= 12 ? range.Last : range.First] } : range;

    private static When Plain(When part) => When.Day(part.End, part.First.Begin.Date);

    private static When Hour(Clock clock, When part, int end)
    {
        var time = clock.Time + TimeSpan.FromHours(Shift(clock.Time.Hours, part.First.Timex));
        var day = part.First.Begin.Date;
        return new When(end, WhenType.DateTime, Grain.Time, [new Choice(Timex.Of(day) + Timex.Time(time, clock.Precision), day + time, day + time)]);
    }

    /// <summary>A morning has the hours before twelve, an evening those behind it; the small hours of a night stay what they are.</summary>
    private static int Shift(int hour, string part)
    {
        if (part.EndsWith("TMO", StringComparison.Ordinal))
        {
            return hour >= 12 ? -12 : 0;
        }

        return hour >= 12 || (hour < 6 && part.EndsWith("TNI", StringComparison.Ordinal)) ? 0 : 12;
    }

    private static When? Today(Context context, int at)
    {
        if (context.Word(at) is "early" or "late" or "earlier" or "later" && Today(context, at + 1) is { Mod: null } whole && context.Word(at + 1) is "this" or "tonight" && !(context.Is(at + 1, "tonight") && context.Word(at).EndsWith('r')))
        {
            var part = TimeRanges.Span(whole.End, whole.First.Timex[(whole.First.Timex.IndexOf('T', StringComparison.Ordinal))..], context.Word(at)[0] == 'e' ? "start" : "end");
            return Join(Plain(whole), part, whole.End) with { Mod = part.Mod };
        }

        if (context.Word(at) is "tonight" or "tonite")
        {
            return Join(When.Day(at + 1, context.Today), TimeRanges.Span(at + 1, "TNI", null), at + 1);
        }

        var swift = context.Word(at) switch { "this" => 0, "next" or "tomorrow" => 1, "last" or "yesterday" => -1, "today" => 0, _ => 9 };
        var word = context.Skip(at + 1, "late", "early");
        if (swift == 9 || !DateWords.DayParts.TryGetValue(context.Word(word), out var code) || code.Length != 3)
        {
            return null;
        }

        var mod = context.Word(word - 1) switch { "late" => "end", "early" => "start", _ => null };
        var joined = Join(When.Day(at + 1, context.Today.AddDays(swift)), TimeRanges.Span(word + 1, code, mod), word + 1);
        return joined with { Mod = mod };
    }

    private static When? DateFirst(Context context, int at)
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

        if (TimeRanges.Read(context, next, true) is { } range)
        {
            return Join(date, range, range.End);
        }

        if (context.Word(next) is "from" or "between")
        {
            return null;
        }

        var asked = context.Word(next - 1) is "at" or "around";
        if (context.Word(next - 1) is "on" or "in" && context.Line[next].IsDigits)
        {
            return null;
        }

        if (TimeGrammar.Clock(context, next) is not { } clock || !(clock.Certain || asked))
        {
            return null;
        }

        return Join(date, clock.Result(), clock.End);
    }

    /// <summary>"friday morning 9am", "monday night at 9": the hour lies in the part of the day.</summary>
    private static When? PartHour(Context context, When date, When part) =>
        part.Mod is null && TimeGrammar.Clock(context, context.Skip(part.End, ",", "at")) is { } clock && !DateWords.Joints.Contains(context.Word(clock.End)) && Unit(context, clock)
            ? Hours(date, clock, part.First.Timex, clock.End)
            : null;

    private static bool Unit(Context context, Clock clock) => clock.Certain || DurationGrammar.Unit(context, clock.End, 1) is null;

    /// <summary>The hour as TIMEX writes it, moved into a part of the day.</summary>
    public static string Within(Clock clock, string part) => Timex.Time(clock.Time + TimeSpan.FromHours(Shift(clock.Time.Hours, part)), clock.Precision);

    private static When Hours(When date, Clock clock, string part, int end)
    {
        var time = clock.Time + TimeSpan.FromHours(Shift(clock.Time.Hours, part));
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

    private static When? TimeFirst(Context context, int at)
    {
        var time = (TimeRanges.Read(context, at, true) is { } range && range.First.Timex[0] == '(' ? range : null) ?? Clock(context, at) ?? TimeRanges.Part(context, at);
        if (time is null)
        {
            return null;
        }

        if (Today(context, time.End) is { Mod: null } part && time.First.Timex[0] == '(')
        {
            return Join(Plain(part), Late(time, part), part.End);
        }

        var next = context.Skip(time.End, ",", "on", "of", "in");
        if (DateGrammar.Calendar(context, next) is not { Type: WhenType.Date } date || (time.First.Timex[0] != '(' && time.Type == WhenType.TimeRange && next == time.End + 1 && context.Is(time.End, ",") && !context.Is(at, "in")))
        {
            return null;
        }

        var bare = DateWords.NamedDays.ContainsKey(context.Word(next)) && DateWords.DayParts.ContainsKey(context.Word(date.End)) && context.Line[time.End - 1].IsDigits && time.End == at + 1;
        return bare || (time.Type == WhenType.TimeRange && time.First.Timex.StartsWith("TME", StringComparison.Ordinal)) ? null : Join(date, time, context.Skip(date.End, "morning", "afternoon"));
    }

    private static When? Clock(Context context, int at)
    {
        var dotted = context.Is(at, "at") && context.Line.JoinedIs(at + 2, ".");
        var start = dotted ? at + 1 : at;
        return TimeGrammar.Clock(context, start) is { } clock && (clock.Certain || start > at || context.Is(clock.End, "today") || context.Is(clock.End, "tomorrow")) ? clock.Result() : null;
    }

    /// <summary>"from today 3pm to tomorrow 5pm", "between 3pm tuesday and 4pm wednesday".</summary>
    private static When? Between(Context context, int at)
    {
        var (start, between) = Ranges.Opening(context, at);
        var from = Point(context, start);
        if (from is null || !Ranges.Joint(context, from.End, between) || Point(context, from.End + 1) is not { } to || (from.Type == WhenType.Time && to.Type == WhenType.Time) || from.Type == WhenType.Date || to.Type == WhenType.Date)
        {
            return null;
        }

        if (from.Type == WhenType.Time || to.Type == WhenType.Time)
        {
            (from, to) = Lend(from, to);
        }

        var (opening, closing) = (Readings(from), Readings(to));
        var count = opening.Count > 1 && closing.Count > 1 ? 2 : 1;
        return new When(to.End, WhenType.DateTimeRange, Grain.Time, [.. Enumerable.Range(0, count).SelectMany(index => Span(opening[index], closing[index]))]);
    }

    /// <summary>The choices by the hour they name: morning first, then evening.</summary>
    private static List<List<Choice>> Readings(When when) => [.. when.Choices.GroupBy(choice => choice.Begin.TimeOfDay).Select(group => group.ToList())];

    private static IReadOnlyList<Choice> Span(List<Choice> from, List<Choice> to)
    {
        var (begin, end) = (from[^1].Begin, to[^1].Begin);
        var (first, last) = (from[0].Begin, to[0].Begin);
        last = last < first ? end : last;
        begin = begin > end ? first : begin;
        var timex = Timex.Range(from[0].Timex, to[0].Timex, Timex.Length(end - begin));
        return When.Pair(new Choice(timex, first, last), new Choice(timex, begin, end));
    }

    private static (When From, When To) Lend(When from, When to) =>
        from.Type == WhenType.Time ? (Borrow(from, to), to) : (from, Borrow(to, from));

    private static When Borrow(When time, When dated)
    {
        var choices = dated.Choices.Select(choice => new Choice(choice.Timex.Split('T')[0] + time.First.Timex, choice.Begin.Date + time.First.Begin.TimeOfDay, choice.Begin.Date + time.First.Begin.TimeOfDay));
        return new When(Math.Max(time.End, dated.End), WhenType.DateTime, Grain.Time, [.. choices]);
    }

    private static When? Point(Context context, int at) =>
        DateGrammar.Longest(DateFirst(context, at) is { Type: WhenType.DateTime } first ? first : null, TimeFirst(context, at) is { Type: WhenType.DateTime } last ? last : null, TimeGrammar.Read(context, at));

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

    private static string Named(string day, Choice clock)
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
