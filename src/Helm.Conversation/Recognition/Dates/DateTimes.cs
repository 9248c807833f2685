#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
namespace Helm.Conversation.Recognition.Dates;

/// <summary>Joins dates and times: "monday at 2.30", "8.30 pm today", "tomorrow morning", "6-8 next Monday", "tonight", "end of day", "now".</summary>
internal static class DateTimes
{
    private static readonly string[] Links = ["at", "for", "around", "on", "in", "of", ","];

    public static When? Read(Context context, int at) =>
        DateGrammar.Longest(Now(context, at), EndOfDay(context, at), Tonight(context, at), DateFirst(context, at), TimeFirst(context, at), Between(context, at), DayEdges.Read(context, at), CountedDay(context, at));

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
            ?? context.After(at, "at", "this", "time") ?? context.After(at, "at", "the", "moment") ?? context.After(at, "asap") ?? context.After(at, "now");
        if (end is not { } found)
        {
            return null;
        }

        var timex = context.Word(found - 1) is "asap" or "possible" ? "FUTURE_REF" : "PRESENT_REF";
        return new When(found, WhenType.DateTime, Grain.Time, [new Choice(timex, context.Now, context.Now)]);
    }

    private static When? EndOfDay(Context context, int at)
    {
        var start = context.Skip(at, "the");
        if (context.Is(start, "eod") || context.After(start, "end", "of", "day") is not null || context.After(start, "end", "of", "the", "day") is not null)
        {
            var end = context.Is(start, "eod") ? start + 1 : context.Skip(start + 2, "the") + 1;
            return OnDay(DateGrammar.Read(context, context.Skip(end, "of")) is { Unresolved: false } date && !context.Is(end, ",") ? date : When.Day(end, context.Today));
        }

        var day = context.After(start, "end", "of") is { } of ? context.Skip(of, "the") : 0;
        return day > 0 && DateGrammar.Read(context, day) is { Unresolved: false } named && !context.Is(named.End, "year") ? OnDay(named) : null;
    }

    private static When OnDay(When day) =>
        new(day.End, WhenType.DateTime, Grain.Time, [.. day.Choices.Select(choice => new Choice(choice.Timex + "T23:59:59", choice.Begin.AddDays(1).AddSeconds(-1), choice.Begin.AddDays(1).AddSeconds(-1)))]);

    /// <summary>"tonight", "this evening" and the like, with an hour before or behind.</summary>
    private static When? Tonight(Context context, int at)
    {
        if (TimeGrammar.Clock(context, context.Skip(at, "at")) is { } before && Today(context, context.Skip(before.End, ",", "in")) is { } part)
        {
            return Hour(before, part, part.End);
        }

        if (Today(context, at) is not { } named)
        {
            return null;
        }

        var next = context.Skip(named.End, ",", "at", "around");
        if (TimeGrammar.Clock(context, next) is { } clock && (next > named.End || clock.Certain) && !DateWords.Joints.Contains(context.Word(clock.End)))
        {
            return Hour(clock, next > named.End && context.Is(at, "tonight") && context.Word(clock.End) is not "pm" ? named with { Source = "as said" } : named, clock.End);
        }

        return TimeRanges.Read(context, next, true) is { Type: WhenType.TimeRange } range && range.First.Timex[0] == '(' ? Join(Plain(named), Late(range, named), range.End) : named;
    }

    private static When Late(When range, When part) =>
        range.Choices.Count > 1 ? range with { Choices = [part.First.Begin.Hour >= 12 ? range.Last : range.First] } : range;

    private static When Plain(When part) => When.Day(part.End, part.First.Begin.Date);

    private static When Hour(Clock clock, When part, int end)
    {
        var time = clock.Open && part.Source is null ? clock.Afternoon(part.First.Begin.Hour >= 12) : clock;
        var day = part.First.Begin.Date;
        return new When(end, WhenType.DateTime, Grain.Time, [new Choice(Timex.Of(day) + Timex.Time(time.Time, time.Precision), day + time.Time, day + time.Time)]);
    }

    private static When? Today(Context context, int at)
    {
        if (context.Word(at) is "early" or "late" or "earlier" or "later" && Today(context, at + 1) is { Mod: null } whole && context.Word(at + 1) is "this" or "tomorrow" or "tonight")
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
        if (DateGrammar.Read(context, at) is not { Unresolved: false, Type: WhenType.Date } date)
        {
            return null;
        }

        var next = date.End;
        while (next - date.End < 3 && Links.Contains(context.Word(next)))
        {
            next++;
        }

        return TimeAfter(context, date, next) ?? AmPm(context, date);
    }

    private static When? AmPm(Context context, When date) =>
        context.Word(date.End) is "am" or "pm" && !context.Line.Joined(date.End)
            ? Join(date, TimeRanges.Span(date.End + 1, context.Is(date.End, "am") ? "TMO" : "TAF", null), date.End + 1)
            : null;

    private static When? TimeAfter(Context context, When date, int next)
    {
        if (TimeRanges.Part(context, next) is { } part)
        {
            return part.Mod is null || next == date.End ? Join(date, part, part.End) with { Mod = part.Mod } : null;
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
        if (TimeGrammar.Clock(context, next) is not { } clock || !(clock.Certain || asked))
        {
            return null;
        }

        return Join(date, clock.Result(), clock.End);
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
        if (DateGrammar.Read(context, next) is not { Unresolved: false, Type: WhenType.Date } date || (time.First.Timex[0] != '(' && time.Type == WhenType.TimeRange && next == time.End + 1 && context.Is(time.End, ",") && !context.Is(at, "in")))
        {
            return null;
        }

        return time.Type == WhenType.TimeRange && time.First.Timex.StartsWith("TME", StringComparison.Ordinal) ? null : Join(date, time, context.Skip(date.End, "morning", "afternoon"));
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

        var (begin, end) = (from.Last.Begin, to.Last.Begin);
        var (first, last) = (from.First.Begin, to.First.Begin);
        last = last < first ? end : last;
        begin = begin > end ? first : begin;
        var timex = Timex.Range(from.First.Timex, to.First.Timex, Timex.Length(end - begin));
        return new When(to.End, WhenType.DateTimeRange, Grain.Time, When.Pair(new Choice(timex, first, last), new Choice(timex, begin, end)));
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

        return new When(end, range ? WhenType.DateTimeRange : WhenType.DateTime, Grain.Time, choices);
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

    /// <summary>The name of the day after: a period that begins in the evening ends there.</summary>
    private static string Morrow(string day)
    {
        if (day.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && day.Length == 10)
        {
            return Timex.Weekday(((day[9] - '0') % 7) + 1);
        }

        var open = day[0] == 'X';
        return DateTime.TryParseExact(open ? "2001" + day[4..] : day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? open ? Timex.Day(null, date.AddDays(1).Month, date.AddDays(1).Day) : Timex.Of(date.AddDays(1))
            : day;
    }
}
