namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a part of a day seen from now, with an hour before or behind it: "tonight at 9", "tomorrow morning", "8pm this evening".</summary>
internal static class DayPartsNear
{
    /// <summary>"tonight", "this evening" and the like, with an hour before or behind.</summary>
    public static When? Read(Context context, int at) => HourFirst(context, at) ?? PartFirst(context, at);

    private static When? HourFirst(Context context, int at)
    {
        if (context.Is(at - 1, "building") || TimeGrammar.Clock(context, at) is not { } clock)
        {
            return null;
        }

        var next = context.Skip(clock.End, ",", "in");
        return Today(context, next) is { } part && (clock.Certain || !IsNamedDay(context, next)) ? Hour(clock, part, part.End) : null;
    }

    private static When? PartFirst(Context context, int at)
    {
        if (Today(context, at) is not { } part)
        {
            return null;
        }

        var next = context.Skip(part.End, ",", "at", IsNamedDay(context, at) ? "at" : "around");
        if (TimeGrammar.Clock(context, next) is { } clock && !DateWords.Joints.Contains(context.Word(clock.End)))
        {
            return Hour(clock, part, clock.End);
        }

        return TimeRanges.Read(context, next, true) is { Type: WhenType.TimeRange } range && range.First.Timex[0] == '(' ? Narrowed(context, at, part, range) : part;
    }

    private static bool IsNamedDay(Context context, int at) => DateWords.NamedDays.ContainsKey(context.Word(at));

    /// <summary>Bare hours behind "tomorrow morning" do not narrow it.</summary>
    private static When Narrowed(Context context, int at, When named, When range) =>
        IsNamedDay(context, at) && range.Choices.Count > 1 ? named with { End = range.End } : DateTimes.Join(Plain(named), Late(range, named), range.End);

    public static When Late(When range, When part) =>
        range.Choices.Count > 1 ? range with { Choices = [part.First.Begin.Hour >= 12 ? range.Last : range.First] } : range;

    public static When Plain(When part) => When.Day(part.End, part.First.Begin.Date);

    private static When Hour(Clock clock, When part, int end)
    {
        var time = clock.Time + TimeSpan.FromHours(Shift(clock.Time.Hours, part.First.Timex));
        var day = part.First.Begin.Date;
        return new When(end, WhenType.DateTime, Grain.Time, [new Choice(Timex.Of(day) + Timex.Time(time, clock.Precision), day + time, day + time)]);
    }

    /// <summary>A morning has the hours before twelve, an evening those behind it; the small hours of a night stay what they are.</summary>
    public static int Shift(int hour, string part)
    {
        if (part.EndsWith("TMO", StringComparison.Ordinal))
        {
            return hour >= 12 ? -12 : 0;
        }

        return hour >= 12 || (hour < 6 && part.EndsWith("TNI", StringComparison.Ordinal)) ? 0 : 12;
    }

    public static When? Today(Context context, int at) => Edge(context, at) ?? Tonight(context, at) ?? Swifted(context, at);

    /// <summary>"late this morning", "early tonight"; "later tonight" is not in the specification.</summary>
    private static When? Edge(Context context, int at)
    {
        var mod = context.Word(at) switch { "early" or "earlier" => "start", "late" or "later" => "end", _ => null };
        var led = context.Is(at + 1, "this") || (context.Is(at + 1, "tonight") && !context.Word(at).EndsWith('r'));
        if (mod is null || !led || Today(context, at + 1) is not { Mod: null } whole)
        {
            return null;
        }

        var code = whole.First.Timex[whole.First.Timex.IndexOf('T', StringComparison.Ordinal)..];
        return DateTimes.Join(Plain(whole), TimeRanges.Span(whole.End, code, mod), whole.End) with { Mod = mod };
    }

    private static When? Tonight(Context context, int at) =>
        context.Word(at) is "tonight" or "tonite" ? DateTimes.Join(When.Day(at + 1, context.Today), TimeRanges.Span(at + 1, "TNI", null), at + 1) : null;

    private static readonly Dictionary<string, int> Days = Reading.WordTable.Integers("this=0 current=0 today=0 next=1 following=1 coming=1 upcoming=1 tomorrow=1 last=-1 past=-1 previous=-1 yesterday=-1");

    private static When? Swifted(Context context, int at)
    {
        var word = context.Skip(at + 1, "late", "early");
        if (SwiftPeriods.Enduring(context, at) || !Days.TryGetValue(context.Word(at), out var days) || !DateWords.DayParts.TryGetValue(context.Word(word), out var code) || code.Length != 3)
        {
            return null;
        }

        var mod = context.Word(word - 1) switch { "late" => "end", "early" => "start", _ => null };
        return DateTimes.Join(When.Day(at + 1, context.Today.AddDays(days)), TimeRanges.Span(word + 1, code, mod), word + 1) with { Mod = mod };
    }

    /// <summary>The hour as TIMEX writes it, moved into a part of the day.</summary>
    public static string Within(Clock clock, string part) => Timex.Time(clock.Time + TimeSpan.FromHours(Shift(clock.Time.Hours, part)), clock.Precision);
}
