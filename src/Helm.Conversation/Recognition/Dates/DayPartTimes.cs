namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a time of the day beside the part of the day it lies in: "afternoon at 7", "in the night five thirty", "12 in the night", "1 o'clock lunchtime".</summary>
internal static class DayPartTimes
{
    private static readonly string[] Prepositions = ["at", "in", "around", "circa", "on", "for"];

    /// <summary>The part first, then the time.</summary>
    public static Clock? Before(Context context, int at)
    {
        var start = Opening(context, at);
        if (Half(context, start, start > at) is not { } part)
        {
            return null;
        }

        var time = context.Skip(part.End, "at");
        return TimeGrammar.Hour(context, time) is { } clock && Bare(context, clock) ? Shift(clock, part.Half) with { End = clock.End, Certain = true } : null;
    }

    /// <summary>The time with the part behind it; "night" needs a preposition, for "5 night" counts nights.</summary>
    public static Clock After(Context context, Clock clock)
    {
        var start = Opening(context, clock.End);
        var counted = start == clock.End && !clock.Certain && clock.Precision == 1 && !context.Is(start, "lunchtime");
        return !counted && Half(context, start, start > clock.End) is { } part && clock.Time.Hours <= 12 && clock.Open
            ? Shift(clock, part.Half) with { End = part.End, Certain = true }
            : clock;
    }

    private static bool Bare(Context context, Clock clock) =>
        !context.Line.JoinedIs(clock.End, "%") && !(context.Line.Joined(clock.End) && context.Word(clock.End) is "/" or "-") && DurationGrammar.Unit(context, clock.End, 1) is null
        && !DateWords.Joints.Contains(context.Word(clock.End)) && !DateWords.Months.ContainsKey(context.Word(clock.End));

    private static int Opening(Context context, int at) => Prepositions.Contains(context.Word(at)) ? context.Skip(at + 1, "the") : at;

    private static (string Half, int End)? Half(Context context, int at, bool led)
    {
        var word = context.Skip(at, "early", "late");
        var half = context.Word(word) switch
        {
            "morning" => "am",
            "afternoon" or "evening" => "pm",
            "lunchtime" => "lunch",
            "midnight" => "night",
            "night" when led => "night",
            _ => null,
        };
        return half is null ? null : (half, word + 1);
    }

    private static Clock Shift(Clock clock, string half)
    {
        var hour = clock.Time.Hours;
        var afternoon = half switch
        {
            "am" => false,
            "lunch" => hour is < 10 or 12,
            "night" => hour is >= 4 and < 12,
            _ => true,
        };
        return hour > 12 ? clock : clock.Afternoon(afternoon) with { Marked = true };
    }
}
