#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads a part of a day seen from now, with an hour before or behind it: "tonight at 9", "tomorrow morning", "8pm this evening".</summary>
internal static class DayPartsNear
{
    /// <summary>"tonight", "this evening" and the like, with an hour before or behind.</summary>
    public static When? Read(Context context, int at)
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

        return TimeRanges.Read(context, next, true) is { Type: WhenType.TimeRange } range && range.First.Timex[0] == '(' ? Narrowed(context, at, named, range) : named;
    }

    /// <summary>Bare hours behind "tomorrow morning" do not narrow it.</summary>
    private static When Narrowed(Context context, int at, When named, When range) =>
        DateWords.NamedDays.ContainsKey(context.Word(at)) && range.Choices.Count > 1 ? named with { End = range.End } : DateTimes.Join(Plain(named), Late(range, named), range.End);

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

    public static When? Today(Context context, int at)
    {
        if (context.Word(at) is "early" or "late" or "earlier" or "later" && Today(context, at + 1) is { Mod: null } whole && context.Word(at + 1) is "this" or "tonight" && !(context.Is(at + 1, "tonight") && context.Word(at).EndsWith('r')))
        {
            var part = TimeRanges.Span(whole.End, whole.First.Timex[(whole.First.Timex.IndexOf('T', StringComparison.Ordinal))..], context.Word(at)[0] == 'e' ? "start" : "end");
            return DateTimes.Join(Plain(whole), part, whole.End) with { Mod = part.Mod };
        }

        if (context.Word(at) is "tonight" or "tonite")
        {
            return DateTimes.Join(When.Day(at + 1, context.Today), TimeRanges.Span(at + 1, "TNI", null), at + 1);
        }

        var swift = SwiftPeriods.Enduring(context, at) ? 9 : context.Word(at) switch { "this" => 0, "next" or "tomorrow" => 1, "last" or "yesterday" => -1, "today" => 0, _ => 9 };
        var word = context.Skip(at + 1, "late", "early");
        if (swift == 9 || !DateWords.DayParts.TryGetValue(context.Word(word), out var code) || code.Length != 3)
        {
            return null;
        }

        var mod = context.Word(word - 1) switch { "late" => "end", "early" => "start", _ => null };
        var joined = DateTimes.Join(When.Day(at + 1, context.Today.AddDays(swift)), TimeRanges.Span(word + 1, code, mod), word + 1);
        return joined with { Mod = mod };
    }

    /// <summary>The hour as TIMEX writes it, moved into a part of the day.</summary>
    public static string Within(Clock clock, string part) => Timex.Time(clock.Time + TimeSpan.FromHours(Shift(clock.Time.Hours, part)), clock.Precision);
}
