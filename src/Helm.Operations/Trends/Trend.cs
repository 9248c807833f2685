namespace Helm.Operations.Trends;

/// <summary>Where a metric goes.</summary>
/// <param name="Direction">rising, falling or steady.</param>
/// <param name="ChangePercent">From the first quarter of the time to the last; null when it began at nothing.</param>
public sealed record Trend(string Direction, decimal? ChangePercent)
{
    private const int Fewest = 8;
    private const decimal LeastShare = 0.05m;

    // Four standard errors of the difference of two medians; the steps between neighbours tell the noise.
    private const double Certain = 4 * 1.253 * 1.4142;

    /// <summary>Null when there are too few values to tell. Medians of quarters, so that one spike is no trend.</summary>
    public static Trend? Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < Fewest)
        {
            return null;
        }

        var quarter = values.Count / 4;
        var (first, last) = (Median(values.Take(quarter)), Median(values.Skip(values.Count - quarter)));
        var noise = 1.4826m / 1.4142m * Median(values.Zip(values.Skip(1), (one, next) => Math.Abs(next - one)));
        var error = noise * (decimal)(Certain / Math.Sqrt(quarter));
        var change = last - first;
        var certain = Math.Abs(change) > Math.Max(error, LeastShare * Math.Max(Math.Abs(first), Math.Abs(last)));
        return new(
            !certain ? "steady" : change > 0 ? "rising" : "falling",
            first == 0 ? null : Math.Round(100 * change / Math.Abs(first), 1, MidpointRounding.AwayFromZero));
    }

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
