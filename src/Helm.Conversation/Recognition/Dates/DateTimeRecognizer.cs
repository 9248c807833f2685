using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Finds dates, times, periods, lengths and repetitions in a text; of the readings at a place the longest stands.</summary>
internal static class DateTimeRecognizer
{
    private static readonly Func<Context, int, When?>[] Grammars =
    [
        DateGrammar.Read,
        DateTimes.Read,
        Ranges.Read,
        SetGrammar.Read,
        MonthPeriods.Read,
        SwiftPeriods.Read,
        (context, at) => TimeRanges.Read(context, at, false),
        TimeGrammar.Read,
        DurationGrammar.Read,
        PeriodParts.Read,
    ];

    public static IReadOnlyList<Recognised> Recognize(string input, DateTime reference)
    {
        var context = new Context(new TokenLine(input), Bounded(reference));
        var found = new List<Recognised>();
        for (var at = 0; at < context.Line.Count;)
        {
            if (PhoneNumber(context, at) || Read(context, at) is not { } when || Verb(context, at, when))
            {
                at++;
                continue;
            }

            found.Add(context.Line.Found(when.From ?? at, when.End, "datetimeV2." + Resolutions.Name(when.Type), Resolutions.Of(when)));
            at = when.End;
            if (when.Type is WhenType.Time or WhenType.DateTime && Moved(context, at) is { } hour)
            {
                found.Add(context.Line.Found(hour.End - 1, hour.End, "datetimeV2.time", Resolutions.Of(hour)));
                at = hour.End;
            }
        }

        return found;
    }

    /// <summary>"move my 3pm appointment to 4": the number behind a meeting is its new time.</summary>
    private static When? Moved(Context context, int at)
    {
        var call = context.Word(at) is "skype" or "teams" or "zoom" or "facetime" ? at + 1 : at;
        var to = context.Is(call, "call") || (call == at && context.Word(at) is "meeting" or "appointment" or "conference") ? context.After(call + 1, "to") : null;
        return to is { } start && TimeGrammar.Clock(context, start) is { Certain: false } clock && clock.End == start + 1 && (clock.End == context.Line.Count || context.Word(clock.End) is "." or "," or "!" or "?")
            ? clock.Result()
            : null;
    }

    /// <summary>"may" and "march" alone are verbs, unless a preposition makes them a month.</summary>
    private static bool Verb(Context context, int at, When when)
    {
        var before = when.End - 2;
        return when.Type == WhenType.DateRange && context.Word(when.End - 1) is "may" or "march"
            && (before < at || context.Word(before) is "before" or "after" or "since" or "by" or "until" or "till" or "than" or "to" or "starting" or "beginning" or "the")
            && context.Word(before) is not ("on" or "in" or "at" or "around" or "circa" or "from" or "to");
    }

    /// <summary>Figures behind figures and a dash are part of a number, not a year.</summary>
    private static bool PhoneNumber(Context context, int at) =>
        context.Line[at].IsDigits && ((context.Is(at - 1, "-") && context.Line[at - 2].IsDigits) || context.Line.JoinedIs(at - 1, "$") || (context.Is(at - 1, "$") && context.Line.Joined(at)));

    /// <summary>A reference so near the ends of the calendar that a century cannot be counted from it is moved inside.</summary>
    private static DateTime Bounded(DateTime reference) => reference.Year < 1000 ? reference.AddYears(1000) : reference.Year > 9000 ? reference.AddYears(-1000) : reference;

    private static When? Read(Context context, int at) => DateGrammar.Longest(Modifiers.Read(context, at, Core), Behind(context, Core(context, at)));

    private static When? Core(Context context, int at)
    {
        When? best = null;
        foreach (var grammar in Grammars)
        {
            var read = grammar(context, at);
            best = read is not null && (best is null || read.End > best.End) ? read : best;
        }

        return best;
    }

    /// <summary>"1/1/2016 and after", "2016 or later", and a time after a day: "tomorrow before 5pm".</summary>
    private static When? Behind(Context context, When? read)
    {
        if (read is null)
        {
            return null;
        }

        if (context.Word(read.End) is "and" or "or" && !context.Is(read.End + 2, "than") && Tail(context.Word(read.End + 1)) is { } mod && read.Type is WhenType.Date or WhenType.DateRange or WhenType.Time && Core(context, read.End + 2) is null)
        {
            return Modifiers.Apply(read, mod) is { } moved ? moved with { End = read.End + 2 } : read;
        }

        if (read is { Type: WhenType.Date, Unresolved: false } && Modifiers.Read(context, read.End, TimeGrammar.Read) is { Type: WhenType.TimeRange, Mod: not "since" } time)
        {
            var point = time with { Type = WhenType.Time };
            return DateTimes.Join(read, point, time.End) with { Type = WhenType.DateTimeRange, Mod = time.Mod };
        }

        return read;
    }

    private static string? Tail(string word) => word switch { "after" or "later" or "greater" or "above" => "since", _ => null };
}
