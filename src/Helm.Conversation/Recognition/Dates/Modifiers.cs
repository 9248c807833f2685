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
        (["no", "later", "than"], "before"), (["earlier", "than"], "before"), (["sooner", "than"], "before"), (["year", "greater", "than"], "after"), (["greater", "than"], "after"),
        (["prior", "to"], "before"), (["in", "advance", "of"], "before"), (["as", "late", "as"], "until"), (["before"], "before"), (["by"], "before"),
        (["until"], "before"), (["till"], "before"), (["as", "early", "as"], "since"),
        (["on", "or", "after"], "since"), (["on", "or", "later", "than"], "since"), (["since"], "since"), (["starting", "from"], "since"), (["starting", "on"], "since"),
        (["starting"], "since"), (["start", "from"], "none"), (["beginning", "on"], "since"), (["beginning", "from"], "since"), (["later", "than"], "after"), (["after"], "after"),
        (["on", "or", "before"], "until"), (["on", "or", "earlier", "than"], "until"), ([">", "="], "since"), (["<", "="], "until"), ([">"], "after"), (["<"], "before"),
        (["≥"], "since"), (["≤"], "until"), (["circa"], "approx"), (["around"], "approx"),
    ];

    private static readonly (string[] Words, string Mod)[] Lengths =
    [
        (["less", "than"], "less"), (["more", "than"], "more"),
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

    private static When? Longer(Context context, When read, string mod)
    {
        if (read.Type == WhenType.Duration)
        {
            return read with { Mod = mod };
        }

        if (read is { Type: WhenType.DateTime, Mod: null })
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
        if (read is { Type: WhenType.Duration, Mod: null })
        {
            return read with { Mod = mod };
        }

        if (read.Type is WhenType.Duration or WhenType.Set || read.Unresolved || (read.Mod is not null && read.Mod is not ("start" or "end" or "mid")))
        {
            return null;
        }

        if (mod == "approx")
        {
            return read with { Mod = mod };
        }

        var dayPart = read.Type is WhenType.TimeRange or WhenType.DateTimeRange && char.IsAsciiLetter(read.First.Timex[^1]) && read.First.Timex[0] != 'P';
        var type = read.Type switch { WhenType.Date => WhenType.DateRange, WhenType.Time => WhenType.TimeRange, WhenType.DateTime => WhenType.DateTimeRange, _ => read.Type };
        var source = dayPart ? null : read.IsRange ? "datetimerange" : "datetimepoint";
        return read with { Type = type, Mod = read.Mod is null ? mod : $"{mod}-{read.Mod}", Source = source };
    }
}
