using Helm.Conversation.Recognition.Numbers;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>A length of time in its unit.</summary>
internal readonly record struct Length(double Count, string Unit, int End)
{
    public string Timex
    {
        get
        {
            var (factor, letter) = Split;
            return (Unit is "S" or "M" or "H" ? "PT" : "P") + Dates.Timex.Number(Count * factor) + (letter switch { "MON" => "M", _ => letter });
        }
    }

    public double Seconds => Count * Split.Factor * DateWords.Seconds[Split.Letter];

    public bool IsClock => Unit is "S" or "M" or "H";

    /// <summary>Decades, fortnights and quarters count in the unit that they are made of.</summary>
    public (int Factor, string Letter) Split => Unit[0] switch
    {
        '1' => (10, Unit[2..]),
        >= '2' and <= '9' => (Unit[0] - '0', Unit[1..]),
        _ => (1, Unit),
    };

    public DateTime From(DateTime moment, int sign)
    {
        var (factor, letter) = Split;
        var count = Math.Clamp(Count * factor * sign, -100000, 100000);
        try
        {
            return letter switch
            {
                "MON" => moment.AddMonths((int)Math.Round(count)),
                "Y" => moment.AddYears((int)Math.Round(Math.Clamp(count, -9000, 9000))),
                "WD" or "BD" => AddWorkdays(moment, (int)Math.Clamp(count, -1000, 1000)),
                _ => moment.AddSeconds(Seconds * sign),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return sign > 0 ? DateTime.MaxValue : DateTime.MinValue;
        }
    }

    private static DateTime AddWorkdays(DateTime day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            left -= Context.Weekday(day) <= 5 ? 1 : 0;
        }

        return day;
    }
}

/// <summary>Reads lengths of time: "3h", "one hour and a half", "3 hours 30 minutes", "all week".</summary>
internal static class DurationGrammar
{
    public static When? Read(Context context, int at)
    {
        if (Whole(context, at) is { } whole)
        {
            return Result([whole]);
        }

        return Single(context, at) is { } first ? Result(Chain(context, first)) : null;
    }

    /// <summary>A count and a unit, with a half or a quarter more behind it.</summary>
    public static Length? Single(Context context, int at)
    {
        if (DateNumbers.Count(context.Line, at) is not { } count || count.Value > 1e7)
        {
            return context.Is(at, "half") ? Unit(context, at + 1, 0.5) : null;
        }

        if (context.Is(count.End, "and") && Share(context, context.Skip(count.End + 1, "a")) is { } share && Unit(context, context.Skip(count.End + 1, "a") + 1, count.Value + share) is { } shared)
        {
            return shared;
        }

        var next = context.Skip(count.End, "-");
        return Unit(context, next, count.Value) is { } length ? More(context, length) : null;
    }

    /// <summary>"a second wave" is the one after the first.</summary>
    private static readonly HashSet<string> Seconded = Reading.WordTable.Set(
        """
        round time wave turn chance thought opinion cycle take meaning life job home hand language display monitor stimulus dose vaccination shot jab
        instance replica node server pod cluster region look attempt try one
        """);

    private static double? Share(Context context, int at) => context.Word(at) switch { "half" => 0.5, "quarter" => 0.25, _ => null };

    public static Length? Unit(Context context, int at, double count)
    {
        var word = context.Word(at);
        if (word is "business" && context.Word(at + 1) is "day" or "days")
        {
            return new Length(count, "BD", at + 2);
        }

        if (word is "second" && count == 1 && Seconded.Contains(context.Word(at + 1)))
        {
            return null;
        }

        return !Letter(context, at) && DateWords.Units.TryGetValue(word, out var unit) ? new Length(count, unit, at + 1) : null;
    }

    /// <summary>A single letter is a unit only at its figures, "h" anywhere; "1980s" are no seconds.</summary>
    private static bool Letter(Context context, int at) =>
        (context.Is(at, "s") && context.Line[at - 1].Length == 4) || (context.Word(at).Length == 1 && !context.Is(at, "h") && !context.Line.Joined(at));

    private static Length More(Context context, Length length)
    {
        var part = context.Skip(length.End + 1, "a", "one");
        if (!context.Is(length.End, "and"))
        {
            return length;
        }

        return context.Word(part) switch
        {
            "half" => length with { Count = length.Count + 0.5, End = part + 1 },
            "quarter" => length with { Count = length.Count + 0.25, End = part + 1 },
            _ => length,
        };
    }

    private static Length? Whole(Context context, int at)
    {
        var next = context.Word(at) is "all" or "whole" or "full" ? context.Skip(at + 1, "-") : 0;
        return next > 0 && context.Word(next) is "day" or "week" or "month" or "year" or "fortnight" ? Unit(context, next, 1) : null;
    }

    /// <summary>Smaller and smaller units after one another are one length.</summary>
    public static List<Length> Chain(Context context, Length first)
    {
        var parts = new List<Length> { first };
        while (parts.Count < 6 && Single(context, context.Skip(parts[^1].End, ",", "and")) is { } next && next.Seconds < parts[^1].Seconds / Math.Max(1, parts[^1].Count) && !NumberWords.IsArticle(context.Word(parts[^1].End)))
        {
            parts.Add(next);
        }

        return parts;
    }

    public static string Named(List<Length> parts)
    {
        var timex = parts[0].Timex;
        foreach (var part in parts.Skip(1))
        {
            timex += timex.Contains('T', StringComparison.Ordinal) ? part.Timex.Replace("PT", "", StringComparison.Ordinal) : part.Timex[1..];
        }

        return timex;
    }

    private static When Result(List<Length> parts) =>
        new When(parts[^1].End, WhenType.Duration, Grain.Time, [new Choice(Named(parts), default, default)]) { Seconds = parts.Sum(part => part.Seconds) };
}
