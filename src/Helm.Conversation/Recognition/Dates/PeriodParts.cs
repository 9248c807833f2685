namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads the early, middle or late part of a period: "end of this year", "later this week", "mid 1989", "middle of December".</summary>
internal static class PeriodParts
{
    public static When? Read(Context context, int at)
    {
        if (Opening(context, at) is not { } opening || Whole(context, opening.End) is not { } period)
        {
            return null;
        }

        var present = opening.Relative && period.Unit && !(DateWords.Swifts.TryGetValue(context.Word(opening.End), out var swift) && swift != 0);
        var part = context.Is(period.When.End - 1, "weekend") ? period.When : Narrow(context, period.When, opening.Mod);
        return present ? Bounded(context, part, opening.Mod) : part with { Mod = opening.Mod };
    }

    /// <summary>What is said before the period; "earlier" and "later" are seen from now.</summary>
    public static (string Mod, bool Relative, int End)? Opening(Context context, int at)
    {
        var of = context.Is(at + 1, "of") ? at + 2 : 0;
        return context.Word(at) switch
        {
            "early" => ("start", false, at + 1),
            "late" => ("end", false, at + 1),
            "mid" => ("mid", false, context.Skip(at + 1, "-")),
            "earlier" => ("start", true, context.Skip(at + 1, "in")),
            "later" => ("end", true, context.Skip(at + 1, "in")),
            "beginning" or "start" when of > 0 => ("start", false, of),
            "end" when of > 0 => ("end", false, of),
            "middle" when of > 0 => ("mid", false, of),
            _ => null,
        };
    }

    /// <summary>A month without its year, a plain unit, or a year in figures.</summary>
    private static (When When, bool Unit)? Whole(Context context, int at)
    {
        if (context.Line[at] is { IsDigits: true, Length: 4 })
        {
            return DateNumbers.Year(context.Line, at) is { } year ? (SwiftPeriods.OfYear(year.End, year.Year), false) : null;
        }

        if (MonthPeriods.Alone(context, at) is { } month)
        {
            return (month, false);
        }

        var swift = DateWords.Swifts.TryGetValue(context.Word(at), out var step);
        var unit = context.Skip(swift ? at + 1 : context.Skip(at, "the"), "my");
        return context.Word(unit) is "week" or "weekend" or "month" or "year" or "fortnight" && !Followed(context, unit + 1) && SwiftPeriods.Swifted(context, unit, step) is { } period
            ? (period, true)
            : null;
    }

    /// <summary>"the week of 18" and "month to date" are other periods.</summary>
    private static bool Followed(Context context, int at) => context.Line[context.Skip(at, "of")].IsDigits || context.After(at, "to", "date") is not null;

    private static When Narrow(Context context, When period, string mod)
    {
        var figures = context.Line[period.End - 1].IsDigits;
        return period with { Choices = [.. period.Choices.Select(choice => Part(choice, period.Grain, mod, figures))] };
    }

    /// <summary>A year in figures has three parts, one that is named has two.</summary>
    private static Choice Part(Choice whole, Grain grain, string mod, bool figures)
    {
        var (first, last) = Middle(whole, grain, figures);
        var half = figures ? (mod is "end" ? last : first) : Half(whole, grain);
        return mod switch
        {
            "start" => whole with { Finish = half },
            "end" => whole with { Begin = half },
            _ => whole with { Begin = first, Finish = last },
        };
    }

    /// <summary>What is earlier or later in a period that lasts ends or begins with today.</summary>
    private static When Bounded(Context context, When part, string mod)
    {
        var (today, choice) = (context.Today, part.First);
        return mod is "start"
            ? part with { Choices = [choice with { Finish = choice.Begin <= today && today < choice.Finish ? today : choice.Finish }] }
            : part with { Choices = [choice with { Begin = choice.Begin < today && today < choice.Finish ? today : choice.Begin }] };
    }

    private static DateTime Half(Choice whole, Grain grain) => grain switch
    {
        Grain.Year => whole.Begin.AddMonths(6),
        Grain.Month => whole.Begin.AddDays(15),
        _ => whole.Begin.AddDays(3),
    };

    private static (DateTime First, DateTime Last) Middle(Choice whole, Grain grain, bool figures) => grain switch
    {
        Grain.Year => figures ? (whole.Begin.AddMonths(4), whole.Begin.AddMonths(8)) : (whole.Begin.AddMonths(3), whole.Begin.AddMonths(9)),
        Grain.Month => (whole.Begin.AddDays(9), whole.Begin.AddDays(20)),
        _ => (whole.Begin.AddDays(1), whole.Begin.AddDays(5)),
    };
}
