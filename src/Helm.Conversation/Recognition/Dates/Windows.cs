namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads lengths of time that begin or end with now: "past 2 weeks", "next few days", "2 upcoming months", "within 9 months".</summary>
internal static class Windows
{
    public static When? Read(Context context, int at) => Within(context, at) ?? This(context, at) ?? SwiftFirst(context, at) ?? CountFirst(context, at);

    private static When? Within(Context context, int at)
    {
        if (!context.Is(at, "within"))
        {
            return null;
        }

        var next = context.Skip(at + 1, "the", "next", "upcoming", "coming", "following");
        return DurationGrammar.Single(context, next) is { } inside ? Within(context, DurationGrammar.Chain(context, inside))
            : next > at + 1 && !context.Is(next - 1, "the") && DurationGrammar.Unit(context, next, 1) is { } one ? Within(context, [one])
            : null;
    }

    /// <summary>"this coming week".</summary>
    private static When? This(Context context, int at) =>
        context.Is(at, "this") && context.Word(at + 1) is "coming" or "upcoming" or "past" && DurationGrammar.Unit(context, at + 2, 1) is { } span
            ? Of(context, span, context.Is(at + 1, "past") ? -1 : 1)
            : null;

    private static When? SwiftFirst(Context context, int at)
    {
        var verb = SwiftPeriods.Enduring(context, at) || (context.Is(at, "last") && context.Is(at - 1, "to"));
        if (verb || Swift(context, at) is not { } swift)
        {
            return null;
        }

        return (Many(context, at + 1) ?? Quarters(context, at + 1) ?? DurationGrammar.Single(context, at + 1)) is { } length ? Of(context, length, swift) : null;
    }

    private static When? CountFirst(Context context, int at) =>
        Swift(context, at) is null && DateNumbers.Count(context.Line, at) is { } count && Swift(context, count.End) is { } later && DurationGrammar.Unit(context, count.End + 1, count.Value) is { } unit
            ? Of(context, unit, later)
            : null;

    /// <summary>"coming weeks", "past days": units without a number count one.</summary>
    private static Length? Many(Context context, int at) => context.Word(at) is "days" or "weeks" or "months" or "years" ? DurationGrammar.Unit(context, at, 1) : null;

    /// <summary>"three quarters" behind "next" counts quarters of years, not of something.</summary>
    private static Length? Quarters(Context context, int at) =>
        CountOf(context, at) is { } count && context.Word(count.End) is "quarters" or "quarter" ? new Length(count.Value, "3MON", count.End + 1) : null;

    private static (int Value, int End)? CountOf(Context context, int at) =>
        DateNumbers.Digits(context.Line, at, 2) is { } digits ? (digits, at + 1) : Numbers.IntegerWords.ReadSmall(context.Line, at) is { } words ? ((int)words.Value, words.End) : null;

    private static int? Swift(Context context, int at) =>
        DateWords.Swifts.TryGetValue(context.Word(at), out var swift) && swift != 0 ? swift : null;

    /// <summary>"within 9 months", "within 1 day and 5 hours": from this moment on.</summary>
    private static When Within(Context context, List<Length> lengths)
    {
        var (from, to) = (context.Now, lengths.Aggregate(context.Now, (moment, length) => length.From(moment, 1)));
        var timex = DurationGrammar.Named(lengths);
        var end = lengths[^1].End;
        end = context.After(end, "from", "now") ?? context.After(end, "after", "today") ?? context.After(end, "from", "today") ?? end;

        return lengths.Exists(length => length.IsClock)
            ? new When(end, WhenType.DateTimeRange, Grain.Time, [new Choice(Timex.Range(Moment(from), Moment(to), timex), from, to)])
            : When.Period(end, Grain.Day, Timex.Range(Timex.Of(from), Timex.Of(to), timex), from.Date, to.Date);
    }

    public static When Of(Context context, Length length, int swift) => length switch
    {
        { IsClock: true } => Clock(context, length, swift),
        { Unit: "BD", Count: > 0 and <= 1000 } => Workdays.Read(context, length, swift),
        { Unit: "10Y" } => InDecades(context, length, swift),
        _ => Days(context, length, swift),
    };

    private static When Clock(Context context, Length length, int swift)
    {
        var (from, to) = swift > 0 ? (context.Now, length.From(context.Now, 1)) : (length.From(context.Now, -1), context.Now);
        return new When(length.End, WhenType.DateTimeRange, Grain.Time, [new Choice(Timex.Range(Moment(from), Moment(to), length.Timex), from, to)]);
    }

    private static When InDecades(Context context, Length length, int swift)
    {
        var decade = new DateTime((context.Today.Year / 10 * 10) + (swift > 0 ? 10 : 0), 1, 1);
        var (early, late) = swift > 0 ? (decade, length.From(decade, 1)) : (length.From(decade, -1), decade);
        return When.Period(length.End, Grain.Year, Timex.Range(Timex.Of(early), Timex.Of(late), length.Timex), early, late);
    }

    /// <summary>Days are counted from tomorrow, quarters from the next one.</summary>
    private static When Days(Context context, Length length, int swift)
    {
        var ahead = swift > 0;
        var quarter = new DateTime(context.Today.Year, ((context.Today.Month - 1) / 3 * 3) + 1, 1);
        var anchor = length.Unit == "3MON" ? quarter.AddMonths(ahead ? 3 : 0) : context.Today.AddDays(ahead ? 1 : 0);
        var other = length.From(anchor, swift);
        var (begin, finish) = ahead ? (anchor, other) : (other, anchor);
        return When.Period(length.End, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), length.Timex), begin, finish);
    }

    private static string Moment(DateTime moment) => Timex.Of(moment) + Timex.Time(moment.TimeOfDay, 3);
}
