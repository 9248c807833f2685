using System.Globalization;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads spans of the clock: "from 5 to 6pm", "9-10 am", "between 9 and 10:30", "from 2pm for 2 hours", "morning".</summary>
internal static class TimeRanges
{
    /// <param name="context">The line and its moment.</param>
    /// <param name="at">The first token.</param>
    /// <param name="dated">Whether a date stands beside it, so that bare numbers are hours.</param>
    public static When? Read(Context context, int at, bool dated) => Part(context, at) ?? Lasting(context, at) ?? LengthFirst(context, at) ?? Pair(context, at, dated);

    /// <summary>A part of the day: "in the morning", "at lunchtime", "late in the afternoon".</summary>
    public static When? Part(Context context, int at)
    {
        var (mod, start) = Edge(context, at);
        var word = context.Is(start, "in") ? context.Skip(start + 1, "the") : start;
        word = context.Is(start, "at") && Meals.Contains(context.Word(start + 1)) ? start + 1 : word;
        if (word > start + 1 && Plural(context.Word(word)) is { } plural)
        {
            return Span(word + 1, plural, mod);
        }

        return context.Word(word - 1) is "good" or "nighty" ? null : Phrase(context, word, mod) ?? Single(context, word, start, mod);
    }

    private static (string? Mod, int Start) Edge(Context context, int at)
    {
        var led = context.After(at, "in", "the") ?? at;
        return context.Word(led) switch
        {
            "early" or "earlier" => ("start", context.Skip(led + 1, "-")),
            "late" or "later" => ("end", context.Skip(led + 1, "-")),
            _ => (null, context.Skip(at, "-")),
        };
    }

    /// <summary>Parts of the day that take more than one word.</summary>
    private static readonly (string[] Words, string Code)[] Phrases =
    [
        (["night", "-", "time"], "TNT"), (["business", "hours"], "TBH"), (["business", "hour"], "TBH"), (["lunch", "time"], "TMEL"), (["dinner", "time"], "TMED"),
    ];

    private static When? Phrase(Context context, int at, string? mod)
    {
        foreach (var (words, code) in Phrases)
        {
            if (context.After(at, words) is { } end)
            {
                return Span(end, code, code is "TNT" ? mod : null);
            }
        }

        return null;
    }

    private static When? Single(Context context, int word, int start, string? mod) =>
        DateWords.DayParts.TryGetValue(context.Word(word), out var code) && Meal(context, word, start, code) ? Span(word + 1, code, mod) : null;

    private static readonly HashSet<string> Meals = Reading.WordTable.Set("breakfast brunch lunch lunchtime dinner dinnertime supper");

    private static string? Plural(string word) =>
        word.Length > 3 && word[^1] == 's' && DateWords.DayParts.TryGetValue(word[..^1], out var code) ? code : null;

    /// <summary>"lunch" and "dinner" alone are meals, not times; "at lunch" is a time.</summary>
    private static bool Meal(Context context, int word, int start, string code) =>
        code.Length == 3 || context.Word(word).EndsWith("time", StringComparison.Ordinal) || (word > start && context.Word(start) is "at" or "during") || context.Word(word - 1) is "before" or "after" or "until" or "around" or "circa";

    public static When Span(int end, string code, string? mod)
    {
        var hours = DateWords.DayPartHours[code].Split('-').Select(hour => int.Parse(hour, CultureInfo.InvariantCulture)).ToArray();
        var (begin, finish) = (mod is "end" ? hours[0] + 2 : hours[0], mod is "start" ? hours[0] + 2 : hours[1]);
        var day = DateTime.MinValue;
        var last = finish == 24 ? day.AddDays(1).AddSeconds(-1) : day.AddHours(finish);
        return new When(end, WhenType.TimeRange, Grain.Time, [new Choice(code, day.AddHours(begin), last)]) { Mod = mod };
    }

    private static When? Lasting(Context context, int at)
    {
        var start = at + 1;
        if (!context.Is(at, "from") || TimeGrammar.Clock(context, start) is not { } clock || !context.Is(clock.End, "for") || DurationGrammar.Read(context, clock.End + 1) is not { Seconds: <= 86400 } length)
        {
            return null;
        }

        return Span(clock, length, length.End);
    }

    /// <summary>"for 3 hours from 10 am".</summary>
    private static When? LengthFirst(Context context, int at)
    {
        if (!context.Is(at, "for") || DurationGrammar.Read(context, at + 1) is not { Seconds: <= 86400 } length || !context.Is(length.End, "from"))
        {
            return null;
        }

        return TimeGrammar.Clock(context, length.End + 1) is { } clock ? Span(clock with { Open = false }, length, clock.End) : null;
    }

    private static When Span(Clock clock, When length, int end)
    {
        var choices = clock.Readings().Select(time =>
        {
            var finish = time + TimeSpan.FromSeconds(length.Seconds);
            var within = new TimeSpan(finish.Hours, finish.Minutes, finish.Seconds);
            return new Choice(Timex.Range(Timex.Time(time, clock.Precision), Timex.Time(within, 3), Timex.Length(TimeSpan.FromSeconds(length.Seconds))), DateTime.MinValue + time, DateTime.MinValue + within);
        });
        return new When(end, WhenType.TimeRange, Grain.Time, [.. choices]);
    }

    private static When? Pair(Context context, int at, bool dated)
    {
        var (start, between) = Ranges.Opening(context, at);
        if (TimeGrammar.Clock(context, start) is not { } from || !(DateWords.Joints.Contains(context.Word(from.End)) || (between && context.Is(from.End, "and"))))
        {
            return null;
        }

        if (TimeGrammar.Clock(context, from.End + 1) is not { } to || Unsure(context, at, start, from, to, dated))
        {
            return null;
        }

        return new When(to.End, WhenType.TimeRange, Grain.Time, [.. Both(from, to)]);
    }

    /// <summary>Bare numbers are hours only beside a date; figures of four only as a pair.</summary>
    private static bool Unsure(Context context, int at, int start, Clock from, Clock to, bool dated)
    {
        var dash = start == at && context.Is(from.End, "-") && context.Line.JoinedIs(to.End, "-");
        if (dash || context.Line.JoinedIs(to.End, "/") || Counts(context, to))
        {
            return true;
        }

        var four = context.Line[start].Length == 4 && context.Line[to.End - 1].Length == 4;
        return !(from.Certain || to.Certain || (four ? context.Word(start)[0] == '0' : dated));
    }

    /// <summary>"3 to 5 hours" is a length.</summary>
    private static bool Counts(Context context, Clock to) => !to.Certain && to.End < context.Line.Count && DurationGrammar.Unit(context, to.End, 1) is not null;

    private static IEnumerable<Choice> Both(Clock from, Clock to)
    {
        if (from.Open && to.Open)
        {
            return Open(from, to);
        }

        from = from.Open && !to.IsNamed && (to.Marked || to.Time.Hours <= 12) ? Before(from, to) : from;
        return [Of(from, from.Time, to, Late(from, to) ? to.Afternoon(true).Time : to.Time)];
    }

    /// <summary>The nearest such hour before the end.</summary>
    private static Clock Before(Clock from, Clock to)
    {
        var same = from.Afternoon(to.Time.Hours >= 12);
        return same.Time < to.Time ? same : from.Afternoon(to.Time.Hours < 12);
    }

    /// <summary>"3pm to 5" ends in the afternoon, "14:00 to 3" at night.</summary>
    private static bool Late(Clock from, Clock to) =>
        to.Open && to.Time <= from.Time && to.Afternoon(true).Time > from.Time && (from.Marked || from.IsNamed || from.Time.Hours <= 12);

    /// <summary>Neither half of the day is said: once from the morning, once from the evening.</summary>
    private static IEnumerable<Choice> Open(Clock from, Clock to)
    {
        if (to.Time < from.Time && from.Time.Hours < 12)
        {
            yield return Of(from, from.Time, to, to.Afternoon(true).Time);
            yield return Of(from, from.Time + TimeSpan.FromHours(12), to, to.Time);
            yield break;
        }

        foreach (var begin in from.Readings())
        {
            var end = begin.Hours >= 12 && begin != from.Time ? to.Afternoon(true).Time : to.Time;
            yield return Of(from, begin, to, end < begin ? end + TimeSpan.FromHours(end.Hours < 12 ? 12 : 0) : end);
        }
    }

    private static Choice Of(Clock from, TimeSpan begin, Clock to, TimeSpan end)
    {
        var length = end >= begin ? end - begin : end + TimeSpan.FromDays(1) - begin;
        var finish = DateTime.MinValue + (from.Open && to.Open && end < begin ? end + TimeSpan.FromDays(1) : end);
        var bare = from is { Precision: 1, Marked: false, IsNamed: false } && to.Precision == 1;
        return new Choice(Timex.Range(Timex.Time(begin, from.Precision), Timex.Time(end, to.Precision), length == TimeSpan.Zero ? bare ? "PT0H" : "PT" : Timex.Length(length)), DateTime.MinValue + begin, finish);
    }
}
