namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads what lies between two moments: "from today 3pm to tomorrow 5pm", "between 3pm tuesday and 4pm wednesday".</summary>
internal static class MomentRanges
{
    /// <summary>"from today 3pm to tomorrow 5pm", "between 3pm tuesday and 4pm wednesday".</summary>
    public static When? Read(Context context, int at)
    {
        var (start, between) = Ranges.Opening(context, at);
        if (Point(context, start) is not { } from || !Ranges.Joint(context, from.End, between) || Point(context, from.End + 1) is not { } to || (from.Type == WhenType.Time && to.Type == WhenType.Time))
        {
            return null;
        }

        if (from.Type == WhenType.Time || to.Type == WhenType.Time)
        {
            (from, to) = Lend(from, to);
        }

        var (opening, closing) = (Readings(from), Readings(to));
        var count = opening.Count > 1 && closing.Count > 1 ? 2 : 1;
        return new When(to.End, WhenType.DateTimeRange, Grain.Time, [.. Enumerable.Range(0, count).SelectMany(index => Span(opening[index], closing[index]))]);
    }

    /// <summary>The choices by the hour they name: morning first, then evening.</summary>
    private static List<List<Choice>> Readings(When when) => [.. when.Choices.GroupBy(choice => choice.Begin.TimeOfDay).Select(group => group.ToList())];

    private static IReadOnlyList<Choice> Span(List<Choice> from, List<Choice> to)
    {
        var (begin, end) = (from[^1].Begin, to[^1].Begin);
        var (first, last) = (from[0].Begin, to[0].Begin);
        last = last < first ? end : last;
        begin = begin > end ? first : begin;
        var timex = Timex.Range(from[0].Timex, to[0].Timex, Timex.Length(end - begin));
        return When.Pair(new Choice(timex, first, last), new Choice(timex, begin, end));
    }

    private static (When From, When To) Lend(When from, When to) =>
        from.Type == WhenType.Time ? (Borrow(from, to), to) : (from, Borrow(to, from));

    private static When Borrow(When time, When dated)
    {
        var choices = dated.Choices.Select(choice => new Choice(choice.Timex.Split('T')[0] + time.First.Timex, choice.Begin.Date + time.First.Begin.TimeOfDay, choice.Begin.Date + time.First.Begin.TimeOfDay));
        return new When(Math.Max(time.End, dated.End), WhenType.DateTime, Grain.Time, [.. choices]);
    }

    private static When? Point(Context context, int at) =>
        DateGrammar.Longest(DateTimes.DateFirst(context, at) is { Type: WhenType.DateTime } first ? first : null, DateTimes.TimeFirst(context, at) is { Type: WhenType.DateTime } last ? last : null, TimeGrammar.Read(context, at));
}
