namespace Helm.Operations.Investigation.Anomalies;

/// <summary>The least and the greatest of the last values, and how far a new one is outside.</summary>
internal sealed class UsualRange(int length)
{
    private const int Fewest = 50;
    private const double Most = 5;

    private readonly LinkedList<(int At, double Value)> _greatest = new();
    private readonly LinkedList<(int At, double Value)> _least = new();
    private readonly RunningMoments _moments = new(length);
    private int _count;

    /// <summary>Measures the excess in deviations instead of in widths of the range, which a single spike would make wide.</summary>
    public bool BySpread { get; init; }

    /// <summary>0 within the range; 1 is as far outside as the range is wide, or as eight deviations.</summary>
    public double Excess(double value)
    {
        var excess = _count > Fewest ? Outside(value) : 0;
        _moments.Add(value);
        Keep(_greatest, value, known => known <= value);
        Keep(_least, value, known => known >= value);
        _count++;
        return excess;
    }

    private double Outside(double value)
    {
        var (low, high) = (_least.First!.Value.Value, _greatest.First!.Value.Value);
        var width = BySpread ? Math.Max(1e-9, 8 * _moments.Deviation) : Math.Max(high - low, 1e-9 * Math.Max(1, Math.Abs(high)));
        var outside = value > high ? (value - high) / width : value < low ? (low - value) / width : 0;
        return Math.Min(outside, Most);
    }

    /// <summary>Only values that no later one outdoes can become the extreme.</summary>
    private void Keep(LinkedList<(int At, double Value)> extremes, double value, Predicate<double> outdone)
    {
        while (extremes.Last is { } last && outdone(last.Value.Value))
        {
            extremes.RemoveLast();
        }

        extremes.AddLast((_count, value));
        while (extremes.First!.Value.At <= _count - length)
        {
            extremes.RemoveFirst();
        }
    }
}
