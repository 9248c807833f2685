#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
using Helm.Conversation.Recognition.Numbers;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>A time of the day as it was said; without am or pm an hour up to twelve may be either.</summary>
internal sealed record Clock(int End, TimeSpan Time, int Precision, bool Open, bool Certain)
{
    /// <summary>Whether morning or afternoon was said.</summary>
    public bool Marked { get; init; }

    /// <summary>Noon or midnight, not an hour.</summary>
    public bool IsNamed { get; init; }

    public When Result()
    {
        var choices = Readings().Select(time => Point(time)).ToList();
        return new When(End, WhenType.Time, Grain.Time, choices);
    }

    public Clock Afternoon(bool afternoon)
    {
        var hour = Time.Hours % 12;
        return this with { Time = new TimeSpan(afternoon ? hour + 12 : hour, Time.Minutes, Time.Seconds), Open = false, Certain = true };
    }

    public IEnumerable<TimeSpan> Readings() => Open ? [Time, Time.Hours == 12 ? Time.Add(TimeSpan.FromHours(-12)) : Time.Add(TimeSpan.FromHours(12))] : [Time];

    private Choice Point(TimeSpan time) => new(Timex.Time(time, Precision), DateTime.MinValue + time, DateTime.MinValue + time);
}

/// <summary>Reads times of the day: "8:00:31am", "half past seven", "two thirty", "3 p . m .", "noon", "5 in the morning".</summary>
internal static class TimeGrammar
{
    /// <summary>A time that stands for itself; a bare number is none unless "at" stands before it.</summary>
    public static When? Read(Context context, int at)
    {
        if (context.Is(at, "at") && Clock(context, at + 1) is { Certain: true } dotted && context.Is(at + 2, ".") && context.Line[at + 3].IsDigits)
        {
            return dotted.Result();
        }

        var clock = Clock(context, at);
        var pointed = context.Word(at - 1) is "at" or "around" or "circa" && !context.Line[At(clock)].IsWord;
        return clock is { } time && (time.Certain || pointed) ? time.Result() : null;
    }

    /// <summary>A time of the day, certain or not; what stands before it decides whether a bare number is one.</summary>
    public static Clock? Clock(Context context, int at)
    {
        var decimals = context.Word(at - 1) is "." or "," && context.Line[at - 2].IsDigits && context.Line.Joined(at - 1);
        if (context.Line.Joined(at) && (decimals || (context.Line[at - 1].Kind != Reading.TokenKind.Symbol && !AfterT(context, at))))
        {
            return null;
        }

        return (Named(context, at) is { } named ? named with { IsNamed = true } : null) ?? Past(context, at) ?? DayPartTimes.Before(context, at) ?? Hour(context, at);
    }

    /// <summary>As ISO 8601 joins date and time: "2016-12-16T12:23:59".</summary>
    private static bool AfterT(Context context, int at) =>
        context.Is(at - 1, "t") && context.Line.Joined(at - 1) && context.Line[at - 2].IsDigits && context.Line.JoinedIs(at + 1, ":");

    private static readonly Dictionary<string, int> Middles = Reading.WordTable.Integers("night=0 morning=10 day=12 afternoon=14");

    private static int At(Clock? clock) => clock?.End ?? -1;

    private static Clock? Named(Context context, int at)
    {
        at = context.Skip(at, "12");
        if (context.Is(at, "mid") && Middles.TryGetValue(context.Word(context.Skip(at + 1, "-")), out var middle))
        {
            return new Clock(context.Skip(at + 1, "-") + 1, TimeSpan.FromHours(middle), 1, false, true);
        }

        if (context.Word(at).StartsWith("mid", StringComparison.Ordinal) && Middles.TryGetValue(context.Word(at)[3..], out middle))
        {
            return new Clock(at + 1, TimeSpan.FromHours(middle), 1, false, true);
        }

        return context.Word(at) switch
        {
            "noonish" => new Clock(at + 1, TimeSpan.FromHours(12), 1, false, true),
            "noon" or "noontime" => new Clock(at + 1, TimeSpan.FromHours(12), 1, false, true),
            _ => null,
        };
    }

    /// <summary>"half past seven", "15 past seven o'clock", "quarter to nine".</summary>
    private static Clock? Past(Context context, int at)
    {
        var word = context.Skip(at, "a");
        var minutes = context.Word(word) switch
        {
            "half" => (30, context.After(word + 1, "an", "hour") ?? word + 1),
            "quarter" => (15, word + 1),
            "three" when context.Word(word + 1) is "quarter" or "quarters" => (45, word + 2),
            _ => Minutes(context, at),
        };
        if (minutes is not { } said || context.Word(said.Item2) is not ("past" or "to" or "after" or "till") || Hour(context, said.Item2 + 1) is not { Precision: < 3 } hour)
        {
            return null;
        }

        var side = context.Word(said.Item2);
        if (side is "to" or "till" && !(word > at || context.Word(word) is "quarter" || context.Word(said.Item2 - 1).StartsWith("min", StringComparison.Ordinal)))
        {
            return null;
        }

        var time = hour.Time + TimeSpan.FromMinutes(side is "past" or "after" ? said.Item1 : -said.Item1);
        time = time < TimeSpan.Zero ? time + TimeSpan.FromHours(12) : time;
        return side is "after" && !hour.Certain ? null : hour with { Time = time, Precision = 2, Certain = true };
    }

    private static (int, int)? Minutes(Context context, int at)
    {
        if (DateNumbers.Digits(context.Line, at, 2) is { } digits)
        {
            return digits < 60 ? (digits, context.Skip(at + 1, "minutes", "min", "mins")) : null;
        }

        return IntegerWords.ReadSmall(context.Line, at) is { Value: < 60 } words ? ((int)words.Value, context.Skip(words.End, "minutes", "min", "mins", "minute")) : null;
    }

    /// <summary>An hour with or without minutes, with its half of the day where one is said.</summary>
    public static Clock? Hour(Context context, int at)
    {
        var clock = Glued(context, at) ?? Figures(context, at) ?? Words(context, at);
        return clock is { } read ? Half(context, Oclock(context, read)) : null;
    }

    /// <summary>"340pm", "7h01".</summary>
    private static Clock? Glued(Context context, int at)
    {
        if (context.Line.JoinedIs(at + 1, "h") && DateNumbers.Digits(context.Line, at, 2) is < 24 and var whole && Sixty(context, at + 2) is { } minute)
        {
            return Make(at + 3, whole, minute, 0, 2, true);
        }

        return context.Line[at].Length is 3 or 4 && DateNumbers.Digits(context.Line, at, 4) is { } both && both / 100 < 13 && both % 100 < 60 && AmPm(context, at + 1) is not null
            ? Make(at + 1, both / 100, both % 100, 0, 2, true)
            : null;
    }

    private static Clock? Figures(Context context, int at)
    {
        if (context.Line[at] is { IsDigits: true, Length: 4 } && !(context.Word(at + 1) is "-" or "/" && context.Line[at + 2].Length < 3 && context.Word(at + 3) is "-" or "/") && DateNumbers.Digits(context.Line, at, 4) is { } both && both / 100 < 24 && both % 100 < 60)
        {
            return Make(at + 1, both / 100, both % 100, 0, 2, context.Word(at + 1) is "hours" or "hrs");
        }

        if (DateNumbers.Digits(context.Line, at, 2) is not (>= 0 and <= 24 and var hour))
        {
            return null;
        }

        var colon = context.Line.JoinedIs(at + 1, ":");
        if (!colon && !context.Line.JoinedIs(at + 1, ".") || Sixty(context, at + 2) is not { } minute)
        {
            return colon ? null : Make(at + 1, hour, 0, 0, 1, false);
        }

        if (!colon)
        {
            return context.Line.JoinedIs(at + 3, ".") && context.Line.JoinedDigits(at + 4) ? null : Make(at + 3, hour, minute, 0, 2, context.Is(at - 1, "at"));
        }

        return context.Line.JoinedIs(at + 3, ":") && Sixty(context, at + 4) is { } second
            ? Make(at + 5, hour, minute, second, 3, true)
            : Make(at + 3, hour, minute, 0, 2, true);
    }

    private static int? Sixty(Context context, int at) =>
        context.Line.Joined(at) && context.Line[at].Length == 2 && DateNumbers.Digits(context.Line, at, 2) is < 60 and var value ? value : null;

    /// <summary>"nine", "two thirty", "six forty-three minutes".</summary>
    private static Clock? Words(Context context, int at)
    {
        var word = context.Word(at);
        if (!NumberWords.Units.TryGetValue(word, out var hour) && !(NumberWords.Teens.TryGetValue(word, out hour) && (hour <= 12 || Spoken(context, at))))
        {
            return null;
        }

        if (IntegerWords.ReadSmall(context.Line, context.Skip(at + 1, "oh")) is { Value: < 60 } minutes && (minutes.Value >= 10 || context.Is(at - 1, "at")))
        {
            return Make(context.Skip(minutes.End, "minutes"), hour, (int)minutes.Value, 0, 2, true);
        }

        return Make(at + 1, hour, 0, 0, 1, false);
    }

    /// <summary>"fifteen thirty p m": a spoken hour above twelve, with the minutes and the half behind.</summary>
    private static bool Spoken(Context context, int at) =>
        IntegerWords.ReadSmall(context.Line, at + 1) is { Value: < 60 } minutes && AmPm(context, minutes.End) is not null;

    private static Clock Make(int end, int hour, int minute, int second, int precision, bool certain) =>
        new(end, new TimeSpan(hour % 24, minute, second), precision, hour is > 0 and <= 12, certain);

    private static Clock Oclock(Context context, Clock clock)
    {
        var at = clock.End;
        if (context.Word(at) is "oclock" or "sharp")
        {
            return clock with { End = at + 1, Certain = true };
        }

        return context.Is(at, "o") && context.Word(at + 1) is "'" or "’" && context.Is(at + 2, "clock")
            ? clock with { End = at + 3, Certain = true }
            : clock;
    }

    private static Clock Half(Context context, Clock clock)
    {
        if (context.Line.JoinedIs(clock.End, "-") && context.Line.JoinedIs(clock.End + 1, "ish"))
        {
            return clock with { End = clock.End + 2, Certain = true, Open = false };
        }

        if (context.Word(clock.End) is "ampm" or "ish" && context.Line.Joined(clock.End))
        {
            return clock with { End = clock.End + 1, Certain = true, Open = clock.Open && context.Is(clock.End, "ampm") };
        }

        if (AmPm(context, context.Line.JoinedIs(clock.End, ".") ? clock.End + 1 : clock.End) is { } mark)
        {
            var marked = (clock.Time.Hours <= 12 ? clock.Afternoon(mark.Afternoon) : clock) with { End = mark.End, Certain = true, Marked = true };
            return marked with { End = DayPartTimes.After(context, clock with { End = mark.End, Certain = true, Open = true }).End };
        }

        return DayPartTimes.After(context, clock);
    }

    /// <summary>am, a.m., "a m", "p . m .", and a or p glued to the hour.</summary>
    public static (bool Afternoon, int End)? AmPm(Context context, int at)
    {
        var word = context.Word(at);
        if (context.Line.JoinedDigits(at + 1))
        {
            return null;
        }

        if (word is "am" or "pm" || (word is "a" or "p" && context.Line.Joined(at) && !context.Is(context.Skip(at + 1, "."), "m")))
        {
            return (word[0] == 'p', at + 1);
        }

        var next = context.Skip(at + 1, ".");
        return word is "a" or "p" && context.Is(next, "m") ? (word == "p", context.Is(at + 1, ".") ? context.Skip(next + 1, ".") : next + 1) : null;
    }
}
