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
        var pointed = context.Word(at - 1) is "at" or "around" or "circa";
        return clock is { } time && (time.Certain || (pointed && !Amount(context, time.End))) ? time.Result() : null;
    }

    /// <summary>"at 5 %", "at 5.5", "at 10,000", "at two hundred" tell how much.</summary>
    private static bool Amount(Context context, int end) =>
        context.Word(end) is "%" or "percent" || context.After(end, "per", "cent") is not null || NumberWords.Rounds.ContainsKey(context.Word(end))
        || (context.Word(end) is "." or "," && context.Line.Joined(end) && context.Line.JoinedDigits(end + 1));

    /// <summary>A time of the day, certain or not; what stands before it decides whether a bare number is one.</summary>
    public static Clock? Clock(Context context, int at) =>
        Inside(context, at) ? null : (Named(context, at) is { } named ? named with { IsNamed = true } : null) ?? Past(context, at) ?? DayPartTimes.Before(context, at) ?? Hour(context, at);

    /// <summary>The middle of a word or of a decimal number is no hour.</summary>
    private static bool Inside(Context context, int at)
    {
        var decimals = context.Word(at - 1) is "." or "," && context.Line[at - 2].IsDigits && context.Line.Joined(at - 1);
        return context.Line.Joined(at) && (decimals || (context.Line[at - 1].Kind != Reading.TokenKind.Symbol && !AfterT(context, at)));
    }

    /// <summary>As ISO 8601 joins date and time: "2016-12-16T12:23:59".</summary>
    private static bool AfterT(Context context, int at) =>
        context.Is(at - 1, "t") && context.Line.Joined(at - 1) && context.Line[at - 2].IsDigits && context.Line.JoinedIs(at + 1, ":");

    private static readonly Dictionary<string, int> Middles = Reading.WordTable.Integers("night=0 morning=10 day=12 afternoon=14");

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
        if ((Parts(context, at) ?? Minutes(context, at)) is not { } said || context.Word(said.End) is not ("past" or "to" or "after" or "till") || Hour(context, said.End + 1) is not { Precision: < 3 } hour)
        {
            return null;
        }

        return context.Word(said.End) switch
        {
            "past" => Moved(hour, said.Count),
            "after" => hour.Certain ? Moved(hour, said.Count) : null,
            _ => said.Sure ? Moved(hour, -said.Count) : null,
        };
    }

    private static Clock Moved(Clock hour, int minutes)
    {
        var time = hour.Time + TimeSpan.FromMinutes(minutes);
        return hour with { Time = time < TimeSpan.Zero ? time + TimeSpan.FromHours(12) : time, Precision = 2, Certain = true };
    }

    /// <summary>A half and quarters of an hour.</summary>
    private static (int Count, int End, bool Sure)? Parts(Context context, int at)
    {
        var word = context.Skip(at, "a");
        return context.Word(word) switch
        {
            "half" => (30, context.After(word + 1, "an", "hour") ?? word + 1, word > at),
            "quarter" => (15, word + 1, true),
            "three" when context.Word(word + 1) is "quarter" or "quarters" => (45, word + 2, word > at),
            _ => null,
        };
    }

    /// <summary>Without the word "minutes", "ten to eight" may be a span of hours.</summary>
    private static (int Count, int End, bool Sure)? Minutes(Context context, int at)
    {
        if (Sixty(context, at) is not { } minutes)
        {
            return null;
        }

        var end = context.Skip(minutes.End, "minutes", "min", "mins", "minute");
        return (minutes.Count, end, end > minutes.End);
    }

    private static (int Count, int End)? Sixty(Context context, int at) =>
        DateNumbers.Digits(context.Line, at, 2) is { } digits ? digits < 60 ? (digits, at + 1) : null
        : IntegerWords.ReadSmall(context.Line, at) is { Value: < 60 } words ? ((int)words.Value, words.End)
        : null;

    /// <summary>An hour with or without minutes, with its half of the day where one is said.</summary>
    public static Clock? Hour(Context context, int at)
    {
        var start = context.Is(at, "t") && context.Line.JoinedDigits(at + 1) && context.Line.JoinedIs(at + 2, ":") ? at + 1 : at;
        var clock = Glued(context, start) ?? Figures(context, start) ?? Words(context, start);
        return clock is { } read ? Half(context, Oclock(context, read)) : null;
    }

    /// <summary>"340pm", "7h01".</summary>
    private static Clock? Glued(Context context, int at)
    {
        if (context.Line.JoinedIs(at + 1, "h") && DateNumbers.Digits(context.Line, at, 2) is < 24 and var whole && TwoFigures(context, at + 2) is { } minute)
        {
            return Make(at + 3, whole, minute, 0, 2, true);
        }

        return context.Line[at].Length is 3 or 4 && DateNumbers.Digits(context.Line, at, 4) is { } both && both / 100 < 13 && both % 100 < 60 && AmPm(context, at + 1) is not null
            ? Make(at + 1, both / 100, both % 100, 0, 2, true)
            : null;
    }

    private static Clock? Figures(Context context, int at)
    {
        if (Four(context, at) is { } four)
        {
            return four;
        }

        if (DateNumbers.Digits(context.Line, at, 2) is not (>= 0 and <= 24 and var hour))
        {
            return null;
        }

        if (context.Line.JoinedIs(at + 1, "h") && context.Word(at - 1) is "at" or "around" or "circa")
        {
            return Make(at + 2, hour, 0, 0, 1, true);
        }

        return context.Line.JoinedIs(at + 1, ":") ? Colon(context, at, hour) : Point(context, at, hour);
    }

    /// <summary>"0730", "1400 hours"; the year of a date in figures is none.</summary>
    private static Clock? Four(Context context, int at)
    {
        var dated = context.Word(at + 1) is "-" or "/" && context.Line[at + 2].Length < 3 && context.Word(at + 3) is "-" or "/";
        return context.Line[at] is { IsDigits: true, Length: 4 } && !dated && DateNumbers.Digits(context.Line, at, 4) is { } both && both / 100 < 24 && both % 100 < 60
            ? Make(at + 1, both / 100, both % 100, 0, 2, context.Word(at + 1) is "hours" or "hrs")
            : null;
    }

    private static Clock? Colon(Context context, int at, int hour)
    {
        if (TwoFigures(context, at + 2) is not { } minute)
        {
            return null;
        }

        return context.Line.JoinedIs(at + 3, ":") && TwoFigures(context, at + 4) is { } second
            ? Make(at + 5, hour, minute, second, 3, true)
            : Make(at + 3, hour, minute, 0, 2, true);
    }

    private static Clock? Point(Context context, int at, int hour)
    {
        if (!context.Line.JoinedIs(at + 1, ".") || TwoFigures(context, at + 2) is not { } minute)
        {
            return Make(at + 1, hour, 0, 0, 1, false);
        }

        return context.Line.JoinedIs(at + 3, ".") && context.Line.JoinedDigits(at + 4) ? null : Make(at + 3, hour, minute, 0, 2, context.Is(at - 1, "at"));
    }

    private static int? TwoFigures(Context context, int at) =>
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

        var last = context.Is(at, "o") ? context.Skip(at + 1, "'", "’", "‘") : at;
        return last > at && context.Is(last, "clock") ? clock with { End = last + 1, Certain = true } : clock;
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
