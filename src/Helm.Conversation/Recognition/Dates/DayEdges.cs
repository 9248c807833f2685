namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a part of one day by its edge: "early tomorrow", "mid today", "later in the day", "early in the day wednesday"; and lengths that bound a period: "less than 3 days after tomorrow".</summary>
internal static class DayEdges
{
    public static When? Read(Context context, int at) => Edge(context, at) ?? Bounded(context, at);

    private static When? Edge(Context context, int at)
    {
        var mod = context.Word(at) switch { "early" or "earlier" => "start", "mid" or "middle" => "mid", "late" or "later" => "end", _ => null };
        if (mod is null)
        {
            return null;
        }

        var next = context.Skip(at + 1, "-", "in", "of");
        var inDay = context.After(next, "the", "day") ?? next;
        var named = DateGrammar.Read(context, context.Skip(inDay, "on"));
        var day = named ?? (inDay > next ? When.Day(inDay, context.Today) : null);
        return day is { Type: WhenType.Date, Unresolved: false } && (inDay > next || next == at + 1) && !context.Line[inDay].IsDigits ? Part(day, mod) : null;
    }

    private static When Part(When day, string mod)
    {
        var (from, to) = mod switch { "start" => (0, 12), "mid" => (10, 14), _ => (12, 24) };
        return new When(day.End, WhenType.DateTimeRange, Grain.Time, [new Choice(day.Last.Timex, day.Last.Begin.AddHours(from), day.Last.Begin.AddHours(to))]) { Mod = mod };
    }

    private static When? Bounded(Context context, int at)
    {
        var less = context.After(at, "less", "than");
        if ((less ?? context.After(at, "more", "than")) is not { } start || DurationGrammar.Single(context, start) is not { IsClock: false } length)
        {
            return null;
        }

        if (less is not null && context.Is(length.End, "ago"))
        {
            return Between(length.End + 1, length, length.From(context.Today, -1), context.Today);
        }

        if (Anchor(context, length.End) is not { } anchor)
        {
            return null;
        }

        var (near, far) = (anchor.Day.Last.Begin, length.From(anchor.Day.Last.Begin, anchor.Sign));
        return less is null
            ? new When(anchor.Day.End, WhenType.DateRange, Grain.Day, [new Choice(Timex.Of(far), far, far)]) { Mod = anchor.Sign > 0 ? "after" : "before" }
            : anchor.Sign > 0 ? Between(anchor.Day.End, length, near, far) : Between(anchor.Day.End, length, far, near);
    }

    /// <summary>The day that the length is counted from: forward from tomorrow, back from yesterday, either way from today.</summary>
    private static (When Day, int Sign)? Anchor(Context context, int at)
    {
        var sign = context.Word(at) switch { "after" or "from" => 1, "before" => -1, _ => 0 };
        var counted = context.Is(at + 1, "today") || context.Is(at + 1, sign > 0 ? "tomorrow" : "yesterday");
        return sign != 0 && counted && RelativeDays.Named(context, at + 1) is { } day ? (day, sign) : null;
    }

    private static When Between(int end, Length length, DateTime begin, DateTime finish) =>
        When.Period(end, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), length.Timex), begin, finish);
}
