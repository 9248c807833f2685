namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads decades with their century: "the nineteen seventies", "the noughties", "two thousands", "twenty-tens"; and the article before any decade.</summary>
internal static class Decades
{
    private static readonly Dictionary<string, int> Names = Reading.WordTable.Integers(
        """
        tens=10 twenties=20 thirties=30 forties=40 fourties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90 hundreds=0
        """);

    public static When? Read(Context context, int at)
    {
        if (context.Is(at, "the") && DateWords.Swifts.ContainsKey(context.Word(at + 1)) && SwiftPeriods.Read(context, at + 1) is { } near && context.Word(near.End - 1) is "decade" or "decades")
        {
            return near;
        }

        var start = context.Skip(at, "the", "'", "’");
        return Named(context, start) ?? (start > at && context.Is(at, "the") ? SwiftPeriods.Decade(context, start) : null);
    }

    private static When? Named(Context context, int at)
    {
        if (context.Word(at) is "noughties" or "naughties")
        {
            return Of(at + 1, 2000);
        }

        if (context.After(at, "two", "thousands") is { } thousands)
        {
            return Of(thousands, 2000);
        }

        if (Century(context, at) is not { } century)
        {
            return null;
        }

        var next = context.Skip(century.End, "-", "and");
        return Names.TryGetValue(context.Word(next), out var decade) ? Of(next + 1, century.Year + decade) : null;
    }

    private static (int Year, int End)? Century(Context context, int at)
    {
        if (context.After(at, "two", "thousand") is { } thousand)
        {
            return (2000, thousand);
        }

        return Numbers.NumberWords.Teens.TryGetValue(context.Word(at), out var teen) && teen >= 15 ? (teen * 100, at + 1)
            : context.Is(at, "twenty") ? (2000, at + 1) : null;
    }

    private static When Of(int end, int year)
    {
        var begin = new DateTime(year, 1, 1);
        return When.Period(end, Grain.Year, Timex.Range(Timex.Of(begin), Timex.Of(begin.AddYears(10)), "P10Y"), begin, begin.AddYears(10));
    }
}
