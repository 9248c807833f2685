namespace Helm.Conversation.Recognition.Dates;

internal enum WhenType
{
    Date,
    Time,
    DateTime,
    DateRange,
    TimeRange,
    DateTimeRange,
    Duration,
    Set,
}

internal enum Grain
{
    Time,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>One reading of an expression: a point has equal ends.</summary>
internal readonly record struct Choice(string Timex, DateTime Begin, DateTime Finish);

/// <summary>A date or time expression that ends before token <see cref="End"/>, with what it may stand for: past and future, morning and evening.</summary>
internal sealed record When(int End, WhenType Type, Grain Grain, IReadOnlyList<Choice> Choices)
{
    /// <summary>before, after, since and the like, as the specification names them.</summary>
    public string? Mod { get; init; }

    /// <summary>What the modifier was applied to, where the specification tells it.</summary>
    public string? Source { get; init; }

    /// <summary>The expression has a meaning that is no place on the calendar ("every day", "summer", "30 February").</summary>
    public bool Unresolved { get; init; }

    /// <summary>The length of a duration.</summary>
    public double Seconds { get; init; }

    /// <summary>The first token, where it stands before the one the reading began with.</summary>
    public int? From { get; init; }

    /// <summary>The days of a period that counts only some of them.</summary>
    public string? Days { get; init; }

    public bool IsRange => Type is WhenType.DateRange or WhenType.TimeRange or WhenType.DateTimeRange;

    public Choice First => Choices[0];

    public Choice Last => Choices[^1];

    public static When Day(int end, string timex, DateTime past, DateTime future) =>
        new(end, WhenType.Date, Grain.Day, Pair(new Choice(timex, past, past), new Choice(timex, future, future)));

    public static When Day(int end, DateTime day) => Day(end, Timex.Of(day), day, day);

    public static When Period(int end, Grain grain, string timex, DateTime begin, DateTime finish) =>
        new(end, WhenType.DateRange, grain, [new Choice(timex, begin, finish)]);

    public static When Nowhere(int end, WhenType type, string timex) =>
        new(end, type, Grain.Day, [new Choice(timex, default, default)]) { Unresolved = true };

    public static IReadOnlyList<Choice> Pair(Choice past, Choice future) => past == future ? [past] : [past, future];
}
