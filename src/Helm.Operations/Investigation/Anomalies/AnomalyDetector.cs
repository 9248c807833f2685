namespace Helm.Operations.Investigation.Anomalies;

/// <summary>Scores the values of one metric as they come, 0 to 1; from 0.5 on a value is called an anomaly.</summary>
/// <remarks>
/// The series is looked at in several ways (the value, its means, its spread, its distance from the same time on the days
/// before), and each is asked how far it left the range that it had within a window. What leaves several ranges counts
/// most; a single look is never enough unless it is far out. One parameter set for all series, no look ahead, nothing to
/// train, memory for a few thousand values. The weights were found by a search on the Numenta Anomaly Benchmark.
/// Not safe for threads.
/// </remarks>
public sealed class AnomalyDetector
{
    /// <summary>The weighted excess at which a value is an anomaly.</summary>
    private const double Alarm = 0.1192;

    /// <summary>An anomaly is told once: so many values after it score nothing.</summary>
    private const int Rest = 80;

    private readonly Look[] _looks =
    [
        new(new ValueView(), new(1000), 0.059),
        new(new ValueView(), new(2500), 0.588),
        new(new ValueView(), new(400), 0.133),
        new(new ValueView(), new(1000) { BySpread = true }, 0.07),
        new(new MeanView(20), new(2500), 0.802),
        new(new SpreadView(10), new(1500), 0.193),
        new(new MeanView(60), new(1500), 0.429),
        new(new DaysBeforeView(1), new(1000), 0.09),
        new(new DaysBeforeView(1), new(2500), 0.14),
        new(new DaysBeforeView(6), new(1000), 0.278),
        new(new DaysBeforeView(6), new(2500), 1.392),
    ];

    private int _resting;

    /// <summary>The score of the next value; times do not go back.</summary>
    public double Next(DateTimeOffset time, double value)
    {
        if (!double.IsFinite(value))
        {
            return 0;
        }

        var excess = 0.0;
        foreach (var look in _looks)
        {
            excess += look.Excess(time, value);
        }

        if (_resting > 0)
        {
            _resting--;
            return 0;
        }

        if (excess > Alarm)
        {
            _resting = Rest;
        }

        return excess / (excess + Alarm);
    }

    private sealed record Look(IView View, UsualRange Range, double Weight)
    {
        /// <summary>More than this share of its range is no more unusual.</summary>
        private const double Cap = 0.15;

        private const double Power = 0.7;

        public double Excess(DateTimeOffset time, double value) =>
            View.Next(time, value) is { } seen && Range.Excess(seen) is var excess and > 0
                ? Weight * Math.Pow(Math.Min(excess, Cap), Power)
                : 0;
    }
}
