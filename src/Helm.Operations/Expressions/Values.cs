using System.Globalization;
using Helm.Operations.Settings;

namespace Helm.Operations.Expressions;

/// <summary>Compares what facts and literals can be: text, numbers, truths, lengths of time, several texts at once, nothing.</summary>
internal static class Values
{
    public static bool Compare(object? left, string sign, object? right) => sign switch
    {
        "==" => Same(left, right),
        "!=" => !Same(left, right),
        _ => Order(left, right) is { } order && sign switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        },
    };

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (IReadOnlyList<string> any, string text) => any.Contains(text, StringComparer.OrdinalIgnoreCase),
        (string text, IReadOnlyList<string> any) => any.Contains(text, StringComparer.OrdinalIgnoreCase),
        (bool one, bool other) => one == other,
        (string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase),
        _ => Order(left, right) == 0,
    };

    /// <summary>Null when the two cannot be compared.</summary>
    private static int? Order(object? left, object? right) => (left, right) switch
    {
        (TimeSpan or string, TimeSpan or string) when left is TimeSpan || right is TimeSpan => Time(left) is { } one && Time(right) is { } other ? one.CompareTo(other) : null,
        (string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
        _ => Number(left) is { } one && Number(right) is { } other ? one.CompareTo(other) : null,
    };

    private static TimeSpan? Time(object? value) => value switch
    {
        TimeSpan time => time,
        string text when Duration.TryParse(text, out var duration) => duration.Value,
        _ => null,
    };

    private static decimal? Number(object? value) => value switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
