namespace Helm.Operations.Investigation.Anomalies;

/// <summary>One way to look at a series.</summary>
internal interface IView
{
    /// <summary>Null while too little has been seen.</summary>
    double? Next(DateTimeOffset time, double value);
}

/// <summary>The value as it is.</summary>
internal sealed class ValueView : IView
{
    public double? Next(DateTimeOffset time, double value) => value;
}

/// <summary>The mean of the last values.</summary>
internal sealed class MeanView(int length) : IView
{
    private readonly RunningMoments _moments = new(length);

    public double? Next(DateTimeOffset time, double value)
    {
        _moments.Add(value);
        return _moments.IsFull ? _moments.Mean : null;
    }
}

/// <summary>How much the last values differ among themselves.</summary>
internal sealed class SpreadView(int length) : IView
{
    private readonly RunningMoments _moments = new(length);

    public double? Next(DateTimeOffset time, double value)
    {
        _moments.Add(value);
        return _moments.IsFull ? _moments.Deviation : null;
    }
}

/// <summary>The distance from the nearest value at about the same time on the last seven days, a mean of some.</summary>
/// <remarks>The nearest, so that a Sunday is compared with a Sunday without being told what a week is.</remarks>
internal sealed class DaysBeforeView(int length) : IView
{
    private const int Days = 7;
    private const long Day = 24 * 60 * 60;
    private const long Tolerance = 30 * 60;

    /// <summary>Eight days of a value a minute.</summary>
    private const int Longest = 11_520;

    private readonly List<(long Time, double Value)> _past = [];
    private readonly RunningMoments _moments = new(length);
    private int _first;

    public double? Next(DateTimeOffset time, double value)
    {
        var now = time.ToUnixTimeSeconds();
        var nearest = Nearest(now, value);
        Remember(now, value);
        if (nearest is not { } distance)
        {
            return null;
        }

        _moments.Add(distance);
        return _moments.IsFull ? _moments.Mean : null;
    }

    private double? Nearest(long now, double value)
    {
        double? nearest = null;
        for (var day = 1; day <= Days; day++)
        {
            var at = IndexOf(now - (day * Day));
            if (at <= _first || at >= _past.Count || Math.Abs(_past[at].Time - (now - (day * Day))) > Tolerance)
            {
                continue;
            }

            for (var near = at - 1; near <= Math.Min(at + 1, _past.Count - 1); near++)
            {
                var distance = value - _past[near].Value;
                nearest = nearest is { } known && Math.Abs(known) <= Math.Abs(distance) ? known : distance;
            }
        }

        return nearest;
    }

    private int IndexOf(long time)
    {
        var (low, high) = (_first, _past.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _past[middle].Time < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Remember(long now, double value)
    {
        _past.Add((Math.Max(now, _past.Count > 0 ? _past[^1].Time : now), value));
        if (_past.Count - _first > Longest && ++_first > Longest)
        {
            _past.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
