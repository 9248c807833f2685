namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads what is said before a date or time and moves its ends: before, after, since, until, early, late, less and more than.</summary>
internal static class Modifiers
{
    private static readonly (string[] Words, string Mod)[] Openings =
    [
        (["before"], "before"), (["in", "advance", "of"], "before"), (["prior", "to"], "before"), (["no", "later", "than"], "before"),
        (["earlier", "than"], "before"), (["sooner", "than"], "before"), (["ending", "with"], "before"), (["ending", "on"], "before"),
        (["by"], "before"), (["until"], "before"), (["till"], "before"), (["til"], "before"), (["untill"], "before"), (["as", "late", "as"], "until"),
        (["after", "or", "equal", "to"], "since"), (["after", "on"], "after"), (["after"], "after"), (["later", "than"], "after"),
        (["year", "greater", "than"], "after"), (["greater", "than"], "after"),
        (["since"], "since"), (["starting", "from"], "since"), (["starting", "on"], "since"), (["starting", "with"], "since"), (["starting"], "since"),
        (["beginning", "from"], "since"), (["beginning", "on"], "since"), (["beginning", "with"], "since"), (["beginning"], "since"),
        (["as", "early", "as"], "since"), (["any", "time", "from"], "since"),
        ([">", "="], "since"), (["<", "="], "until"), ([">"], "after"), (["<"], "before"), (["≥"], "since"), (["≤"], "until"),
        (["circa"], "approx"), (["around"], "approx"),
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
            if (Opened(context, at, words, mod) is { } opened && core(context, context.Skip(opened.End, "on", "the")) is { } read)
            {
                return Apply(read, opened.Mod);
            }
        }

        return null;
    }

    /// <summary>"on or before", "before or on": with "or" and a preposition at either side the day itself is included.</summary>
    private static (int End, string Mod)? Opened(Context context, int at, string[] words, string mod)
    {
        var led = context.Word(at) is "on" or "in" or "at" && context.Is(at + 1, "or");
        if (context.After(led ? at + 2 : at, words) is not { } end)
        {
            return null;
        }

        var followed = context.Is(end, "or") && context.Word(end + 1) is "on" or "in" or "at";
        return (followed ? end + 2 : end, led || followed ? Inclusive(mod) : mod);
    }

    private static string Inclusive(string mod) => mod switch { "before" => "until", "after" => "since", _ => mod };

    private static When? Longer(Context context, When read, string mod)
    {
        if (read.Type == WhenType.Duration || read is { Type: WhenType.DateTime, Mod: null })
        {
            return read with { Mod = mod };
        }

        // "more than two days before yesterday": anything before that day.
        return read is { Type: WhenType.Date, Unresolved: false } && mod is "more" && read.Last.Begin < context.Today
            ? read with { Type = WhenType.DateRange, Mod = "before" }
            : null;
    }

    public static When? Apply(When read, string mod) => read switch
    {
        { Type: WhenType.Duration, Mod: null } => read with { Mod = mod },
        { Type: WhenType.Duration or WhenType.Set } or { Unresolved: true } or { Mod: not (null or "start" or "end" or "mid") } => null,
        _ => mod == "approx" ? read with { Mod = mod } : Moved(read, mod),
    };

    private static When Moved(When read, string mod) => read with
    {
        Type = read.Type switch { WhenType.Date => WhenType.DateRange, WhenType.Time => WhenType.TimeRange, WhenType.DateTime => WhenType.DateTimeRange, _ => read.Type },
        Mod = read.Mod is null ? mod : $"{mod}-{read.Mod}",
        Source = IsDayPart(read) ? null : read.IsRange ? "datetimerange" : "datetimepoint",
    };

    /// <summary>The specification names no source for "before lunch".</summary>
    private static bool IsDayPart(When read) =>
        read.Type is WhenType.TimeRange or WhenType.DateTimeRange && char.IsAsciiLetter(read.First.Timex[^1]) && read.First.Timex[0] != 'P';
}
