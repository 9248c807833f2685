namespace Helm.Conversation.Intents.Entities;

/// <summary>Spans up to now by length ("the last half hour", "since 1h"), or by name ("today", "last week").</summary>
internal static class TimeRanges
{
    private static readonly HashSet<string> Single =
    [
        "today", "yesterday", "tonight", "tomorrow", "overnight",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    private static readonly HashSet<string> Named =
    [
        "this week", "this month", "this quarter", "this year", "this morning", "this afternoon", "this evening",
        "this weekend", "last night", "last week", "last month", "last quarter", "last year", "last weekend",
        "yesterday morning", "yesterday afternoon", "yesterday evening", "tomorrow morning", "next week",
        "next weekend", "next month", "last monday", "last tuesday", "last wednesday", "last thursday", "last friday",
        "last saturday", "last sunday",
    ];

    public static IEnumerable<string> Names => Single.Concat(Named);

    /// <summary>End = start when there is none.</summary>
    public static (string Value, int End) Read(IReadOnlyList<string> words, int start)
    {
        if (start + 1 < words.Count && $"{words[start]} {words[start + 1]}" is var two && Named.Contains(two))
        {
            return (two.Replace(' ', '_'), start + 2);
        }

        if (Single.Contains(words[start]))
        {
            return (words[start], start + 1);
        }

        if (words[start] is "weekend")
        {
            return ("weekend", start + 1);
        }

        return Back(words, start) is (_, var end) back && end > start ? back : Ago(words, start);
    }

    /// <summary>"last two hours", "past day", "previous 30 minutes".</summary>
    private static (string Value, int End) Back(IReadOnlyList<string> words, int start)
    {
        if (words[start] is not ("last" or "past" or "previous" or "trailing") || start + 1 >= words.Count)
        {
            return ("", start);
        }

        if (Durations.Unit(words[start + 1]) is { } unit)
        {
            return (Durations.Iso(unit), start + 2);
        }

        var (seconds, end) = Durations.Read(words, start + 1);

        return end > start + 1 ? (Durations.Iso(seconds), end) : ("", start);
    }

    /// <summary>"two hours ago", "an hour back", and the bare "1h" of a flag.</summary>
    private static (string Value, int End) Ago(IReadOnlyList<string> words, int start)
    {
        var (seconds, end) = Durations.Read(words, start);
        if (end == start)
        {
            return ("", start);
        }

        return (Durations.Iso(seconds), end < words.Count && words[end] is "ago" or "back" ? end + 1 : end);
    }
}
