using System.Globalization;
using Helm.Operations.Checks;

namespace Helm.Host.Web.Boards;

/// <summary>The course of an indicator as a line of a few centimetres.</summary>
/// <param name="Points">Of the line, as SVG writes them.</param>
/// <param name="Target">How high the target lies; null where it is outside.</param>
/// <param name="Label">The same for whoever cannot see it.</param>
public sealed record Sparkline(string Points, string? Target, string Label)
{
    public const int Width = 160;
    public const int Height = 32;

    private const int Margin = 2;
    private const int MostPoints = 80;

    /// <summary>Null when there are too few values for a line.</summary>
    public static Sparkline? Of(IReadOnlyList<MeasuredValue> values, decimal? target, string label)
    {
        if (values.Count < 2)
        {
            return null;
        }

        var shown = Thinned(values);
        var (low, high) = Range(shown, target);
        var (begin, length) = (shown[0].At, shown[^1].At - shown[0].At);
        var points = shown.Select(value => $"{Number((double)Width * (value.At - begin).Ticks / Math.Max(1, length.Ticks))},{Number(Level(value.Value, low, high))}");
        return new(string.Join(' ', points), target is { } line ? Number(Level(line, low, high)) : null, label);
    }

    /// <summary>The worst of a few neighbours stays: a peak must not be lost because the picture is small.</summary>
    private static IReadOnlyList<MeasuredValue> Thinned(IReadOnlyList<MeasuredValue> values) => values.Count <= MostPoints
        ? values
        : [.. values.Chunk((values.Count / MostPoints) + 1).Select(some => some.MaxBy(value => (value.Health, value.Value))!)];

    private static (decimal Low, decimal High) Range(IReadOnlyList<MeasuredValue> values, decimal? target)
    {
        var low = Math.Min(values.Min(value => value.Value), target ?? decimal.MaxValue);
        var high = Math.Max(values.Max(value => value.Value), target ?? decimal.MinValue);
        return low == high ? (low - 1, high + 1) : (low, high);
    }

    private static double Level(decimal value, decimal low, decimal high) =>
        Height - Margin - (double)((value - low) / (high - low) * (Height - (2 * Margin)));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
