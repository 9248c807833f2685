namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads years and counted weeks by their number: "2008", "year 2008", "week 20 of 2017", "fiscal year 2018", "cy 18", "eoy".</summary>
internal static class YearNames
{
    private static readonly string[] Kinds = ["fiscal", "school", "calendar"];

    public static When? Read(Context context, int at) => DateGrammar.Longest(Week(context, at) ?? EndOfYear(context, at) ?? Plain(context, at), Special(context, at));

    private static When? Week(Context context, int at)
    {
        if (!context.Is(at, "week") || DateNumbers.Digits(context.Line, at + 1, 2) is not (>= 1 and <= 53 and var week))
        {
            return null;
        }

        return context.Is(at + 2, "of") && YearParts.Year(context, at + 3) is { } said ? OfWeek(said.End, said.Year, week) : OfWeek(at + 2, context.Today.Year, week);
    }

    public static When OfWeek(int end, int year, int place)
    {
        var first = System.Globalization.ISOWeek.ToDateTime(year, 1, DayOfWeek.Monday);
        var monday = place < 0 ? first.AddDays(7 * (System.Globalization.ISOWeek.GetWeeksInYear(year) - 1)) : first.AddDays(7 * (place - 1));
        return When.Period(end, Grain.Week, Timex.Week(monday), monday, monday.AddDays(7));
    }

    private static When? EndOfYear(Context context, int at)
    {
        if (!context.Is(at, "eoy"))
        {
            return null;
        }

        var whole = SwiftPeriods.OfYear(at + 1, context.Today.Year);
        return whole with { Mod = "end", Choices = [whole.First with { Begin = whole.First.Begin.AddMonths(6) }] };
    }

    /// <summary>"year of 2008" is read from its figures on.</summary>
    private static When? Plain(Context context, int at)
    {
        var start = context.Skip(at, "year");
        if ((start > at && context.Is(start, "of")) || Glued(context, start) || DateNumbers.Year(context.Line, start) is not { } year || Continued(context, year.End))
        {
            return null;
        }

        return SwiftPeriods.OfYear(year.End, year.Year);
    }

    private static bool Glued(Context context, int at) =>
        context.Line.Joined(at) && (context.Line[at - 1].IsWord || context.Word(at - 1) is "#" or "$" or "." or "," or "/" or "_");

    /// <summary>Figures behind a sign belong to the same number, unless they are a second year.</summary>
    private static bool Continued(Context context, int end)
    {
        var after = context.Line.Joined(end) && context.Word(end) is "-" or "/" or ":" or "%" or "." or "," && context.Line.JoinedDigits(end + 1);
        return after && !(context.Is(end, "-") && context.Line[end + 1].Length == 4);
    }

    /// <summary>Fiscal and school years begin where their owner says; a calendar year is a year.</summary>
    private static When? Special(Context context, int at)
    {
        var swift = DateWords.Swifts.TryGetValue(context.Word(at), out var step);
        if (Kind(context, swift ? at + 1 : at) is not { } kind)
        {
            return null;
        }

        var year = swift ? (context.Today.Year + step, kind.End) : Said(context, context.Skip(kind.End, "of", "in", "'"));
        if (year is not { } known)
        {
            return kind.Spelt && kind.Letter != 'C' ? When.Nowhere(kind.End, WhenType.DateRange, kind.Letter + "YXXXX") : null;
        }

        return kind.Letter == 'C' ? SwiftPeriods.OfYear(known.End, known.Year) : When.Nowhere(known.End, WhenType.DateRange, kind.Letter + "Y" + Timex.Year(known.Year));
    }

    private static (char Letter, bool Spelt, int End)? Kind(Context context, int at)
    {
        var word = context.Word(at);
        if (Kinds.Contains(word) && context.Is(at + 1, "year"))
        {
            return (char.ToUpperInvariant(word[0]), true, at + 2);
        }

        return word is "fy" or "sy" or "cy" ? (char.ToUpperInvariant(word[0]), false, at + 1) : null;
    }

    private static (int Year, int End)? Said(Context context, int at) =>
        DateNumbers.Year(context.Line, at) ?? (DateNumbers.Digits(context.Line, at, 2) is { } brief ? (2000 + brief, at + 1) : null);
}
