#pragma warning disable CA1502 // A rule of the grammar is one condition over neighbouring words: cut apart, its order could no longer be read.
namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads what is said before a date or time and moves its ends: before, after, since, until, early, late, less and more than.</summary>
internal static class Modifiers
{
    private static readonly (string[] Words, string Mod)[] Openings =
    [
        (["ending", "with"], "before"), (["ending", "on"], "before"), (["after", "or", "equal", "to"], "since"), (["later", "than", "or", "at"], "since"),
        (["later", "than", "or", "in"], "since"), (["later", "than", "or", "on"], "since"), (["after", "or", "on"], "since"), (["after", "or", "in"], "since"),
        (["after", "or", "at"], "since"), (["at", "or", "after"], "since"), (["in", "or", "after"], "since"), (["at", "or", "later", "than"], "since"),
        (["in", "or", "later", "than"], "since"), (["before", "or", "on"], "until"), (["before", "or", "in"], "until"), (["before", "or", "at"], "until"),
        (["earlier", "than", "or", "on"], "until"), (["earlier", "than", "or", "in"], "until"), (["earlier", "than", "or", "at"], "until"),
        (["at", "or", "before"], "until"), (["in", "or", "before"], "until"), (["at", "or", "earlier", "than"], "until"), (["in", "or", "earlier", "than"], "until"),
        (["starting", "with"], "since"), (["beginning", "with"], "since"), (["beginning"], "since"), (["any", "time", "from"], "since"), (["after", "on"], "after"),
        (["no", "later", "than"], "before"), (["not", "later", "than"], "before"), (["earlier", "than"], "before"), (["sooner", "than"], "before"),
        (["prior", "to"], "before"), (["in", "advance", "of"], "before"), (["as", "late", "as"], "until"), (["before"], "before"), (["by"], "before"),
        (["until"], "before"), (["till"], "before"), (["up", "to"], "before"), (["up", "until"], "before"),
        (["no", "earlier", "than"], "since"), (["not", "earlier", "than"], "since"), (["as", "early", "as"], "since"), (["any", "time", "since"], "since"),
        (["on", "or", "after"], "since"), (["on", "or", "later", "than"], "since"), (["since"], "since"), (["starting", "from"], "since"), (["starting", "on"], "since"),
        (["starting"], "since"), (["start", "from"], "none"), (["beginning", "on"], "since"), (["beginning", "from"], "since"), (["later", "than"], "after"), (["after"], "after"),
        (["on", "or", "before"], "until"), (["on", "or", "earlier", "than"], "until"), ([">", "="], "since"), (["<", "="], "until"), ([">"], "after"), (["<"], "before"),
        (["≥"], "since"), (["≤"], "until"), (["circa"], "approx"), (["around"], "approx"),
    ];

    private static readonly (string[] Words, string Mod)[] Lengths =
    [
        (["less", "than"], "less"), (["more", "than"], "more"), (["shorter", "than"], "less"), (["longer", "than"], "more"),
    ];

    public static When? Read(Context context, int at, Func<Context, int, When?> core)
    {
        foreach (var (words, mod) in Lengths)
        {
            if (context.After(at, words) is { } next && core(context, next) is { } read)
            {
                return Longer(context, read, mod);
            }
        }

        foreach (var (words, mod) in Openings)
        {
            if (mod != "none" && context.After(at, words) is { } next && core(context, context.Skip(next, "on", "the")) is { } read)
            {
                return Apply(read, mod);
            }
        }

        return null;
    }

    /// <summary>"end of this year", "early in the month", "later this week", "mid 1989".</summary>
    public static When? Within(Context context, int at, Func<Context, int, When?> core)
    {
        var start = at;
        var (mod, told) = context.Word(start) switch
        {
            "beginning" or "start" => ("start", true),
            "early" or "earlier" => ("start", !context.Is(start, "earlier")),
            "end" => ("end", true),
            "late" or "later" => ("end", !context.Is(start, "later")),
            "mid" or "middle" => ("mid", true),
            _ => ("", false),
        };
        if (mod.Length == 0)
        {
            return null;
        }

        var next = context.Skip(start + 1, "-", "of", "in", "the");
        if (context.Word(start) is "end" or "beginning" or "start" or "middle" && context.Word(start + 1) is not "of")
        {
            return null;
        }

        return (core(context, next) ?? SwiftPeriods.Swifted(context, next, 0)) is { Type: WhenType.DateRange, Unresolved: false, Mod: null } period && period.Grain != Grain.Day
            ? Narrow(context, period, mod, told)
            : null;
    }

    private static When Narrow(Context context, When period, string mod, bool told)
    {
        var choices = period.Choices.Select(choice =>
        {
            var thirds = context.Line[period.End - 1].IsDigits && period.Grain == Grain.Year;
            var half = thirds ? choice.Begin.AddMonths(mod is "end" ? 8 : 4) : Half(choice, period.Grain);
            return mod switch
            {
                "start" => choice with { Finish = Sooner(context, choice, half, told) },
                "end" => choice with { Begin = Later(context, choice, half, told) },
                _ => choice with { Begin = Quarter(choice, period.Grain, 1), Finish = Quarter(choice, period.Grain, 3) },
            };
        });
        return period with { Choices = [.. choices], Mod = told ? mod : null };
    }

    private static DateTime Sooner(Context context, Choice choice, DateTime half, bool told) =>
        !told && context.Today > choice.Begin && context.Today < half ? context.Today : half;

    private static DateTime Later(Context context, Choice choice, DateTime half, bool told) =>
        !told && context.Today > half && context.Today < choice.Finish ? context.Today : half;

    private static DateTime Half(Choice choice, Grain grain) => grain switch
    {
        Grain.Year => choice.Begin.AddMonths(6),
        Grain.Month => choice.Begin.AddDays(15),
        _ => choice.Begin.AddDays(3),
    };

    private static DateTime Quarter(Choice choice, Grain grain, int place) => grain switch
    {
        Grain.Year => choice.Begin.AddMonths(place == 1 ? 4 : 8),
        Grain.Month => choice.Begin.AddDays(place == 1 ? 10 : 20),
        _ => choice.Begin.AddDays(place == 1 ? 2 : 5),
    };

    private static When? Longer(Context context, When read, string mod)
    {
        if (read.Type == WhenType.Duration)
        {
            return read with { Mod = mod };
        }

        // "more than two days before yesterday": anything before that day.
        return read is { Type: WhenType.Date, Unresolved: false } && mod is "more" && read.Last.Begin < context.Today
            ? read with { Type = WhenType.DateRange, Mod = "before" }
            : null;
    }

    public static When? Apply(When read, string mod)
    {
        if (read.Type is WhenType.Duration or WhenType.Set || read.Unresolved || (read.Mod is not null && read.Mod is not ("start" or "end" or "mid")))
        {
            return null;
        }

        if (mod == "approx")
        {
            return read with { Mod = mod };
        }

        var dayPart = read.Type == WhenType.TimeRange && read.First.Timex[0] == 'T';
        var type = read.Type switch { WhenType.Date => WhenType.DateRange, WhenType.Time => WhenType.TimeRange, WhenType.DateTime => WhenType.DateTimeRange, _ => read.Type };
        var source = dayPart ? null : read.IsRange ? "datetimerange" : "datetimepoint";
        return read with { Type = type, Mod = read.Mod is null ? mod : $"{mod}-{read.Mod}", Source = source };
    }
}
