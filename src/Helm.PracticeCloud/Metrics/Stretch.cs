namespace Helm.PracticeCloud.Metrics;

/// <summary>Samples of one level: equal readings, zeros and ones, or a log-normal spread.</summary>
internal readonly record struct Stretch(SeriesKind Kind, long Count, double Sum, double Value, double Sigma)
{
    public double Min => Kind switch
    {
        SeriesKind.Part => Sum >= Count ? 1 : 0,
        SeriesKind.Samples => Quantile(0.5 / Count),
        _ => Value,
    };

    public double Max => Kind switch
    {
        SeriesKind.Part => Sum > 0 ? 1 : 0,
        SeriesKind.Samples => Quantile(1 - (0.5 / Count)),
        _ => Value,
    };

    /// <summary>The value that a share <paramref name="p"/> of the samples does not exceed.</summary>
    public double Quantile(double p) => Kind switch
    {
        SeriesKind.Part => p > 1 - (Sum / Count) ? 1 : 0,
        SeriesKind.Samples => Value * Math.Exp(Sigma * Normal.Quantile(p)),
        _ => Value,
    };

    /// <summary>The share of the samples that do not exceed <paramref name="x"/>.</summary>
    public double ShareUpTo(double x) => Kind switch
    {
        SeriesKind.Part => x >= 1 ? 1 : x >= 0 ? 1 - (Sum / Count) : 0,
        SeriesKind.Samples => x <= 0 ? 0 : Sigma == 0 ? (x >= Value ? 1 : 0) : Normal.Cdf(Math.Log(x / Value) / Sigma),
        _ => x >= Value ? 1 : 0,
    };

    public static Stretch Measured(long count, double p50, double p95)
    {
        var sigma = p50 > 0 && p95 > p50 ? Math.Log(p95 / p50) / Normal.Z95 : 0;
        var stretch = new Stretch(SeriesKind.Samples, count, 0, p50, sigma);
        return stretch with { Sum = stretch.Mean() * count };
    }

    // The mean of the samples themselves: few of them do not reach the mean of the whole distribution.
    private double Mean()
    {
        const int few = 16;
        if (Count > few)
        {
            return Math.Clamp(Value * Math.Exp(Sigma * Sigma / 2), Min, Max);
        }

        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            sum += Quantile((i + 0.5) / Count);
        }

        return sum / Count;
    }
}
