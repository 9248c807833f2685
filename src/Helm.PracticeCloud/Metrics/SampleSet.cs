namespace Helm.PracticeCloud.Metrics;

/// <summary>All samples of a series in one period, from which every statistic of the period is taken.</summary>
internal sealed class SampleSet
{
    private readonly List<Stretch> _stretches = [];

    public long Count { get; private set; }

    public double Sum { get; private set; }

    public double Min { get; private set; }

    public double Max { get; private set; }

    public double Average => Sum / Count;

    public void Clear()
    {
        _stretches.Clear();
        (Count, Sum, Min, Max) = (0, 0, double.MaxValue, double.MinValue);
    }

    public void Add(Stretch stretch)
    {
        if (stretch.Count > 0)
        {
            _stretches.Add(stretch);
            Count += stretch.Count;
            Sum += stretch.Sum;
            Min = Math.Min(Min, stretch.Min);
            Max = Math.Max(Max, stretch.Max);
        }
    }

    public double Quantile(double p)
    {
        if (_stretches.Count == 1 || Alike())
        {
            return Math.Clamp(_stretches.Sum(s => s.Quantile(p) * s.Count) / Count, Min, Max);
        }

        var (low, high) = (Min, Max);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = ShareUpTo(middle) >= p ? (low, middle) : (middle, high);
        }

        return high;
    }

    public double ShareUpTo(double x) => _stretches.Sum(s => s.ShareUpTo(x) * s.Count) / Count;

    /// <summary>The mean of the samples between two quantiles.</summary>
    public double Trimmed(double from, double to)
    {
        const int parts = 40;
        var sum = 0.0;
        for (var i = 0; i < parts; i++)
        {
            sum += Quantile(from + ((to - from) * (i + 0.5) / parts));
        }

        return sum / parts;
    }

    // Minutes that differ only by noise: their mean quantile is the quantile, at a fraction of the search.
    private bool Alike()
    {
        var first = _stretches[0];
        foreach (var stretch in _stretches)
        {
            if (stretch.Kind != SeriesKind.Samples || stretch.Value > first.Value * 1.2 || stretch.Value * 1.2 < first.Value)
            {
                return false;
            }
        }

        return true;
    }
}
