using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Signals;

/// <summary>A metric went from one level to another.</summary>
/// <param name="At">Seconds since 1970: the first value on its way.</param>
/// <param name="Noise">The usual difference from one value to the next.</param>
internal sealed record Shift(long At, double Before, double After, double Noise, bool Gradual)
{
    public bool IsUp => After > Before;

    public string Direction => IsUp ? "up" : "down";

    /// <summary>How many times more, or less.</summary>
    public double Times => IsUp ? Over(After, Before) : Over(Before, After);

    private static double Over(double more, double less) => less == 0 ? double.PositiveInfinity : more / less;
}

/// <summary>Finds the strongest change of level in a series: where it splits best, not where it crosses a threshold.</summary>
internal static class ShiftFinder
{
    private const int Fewest = 3;
    private const double NoiseFactor = 4;

    /// <summary>Of the whole way: a smaller step is the grain of a quiet time (four errors a minute instead of five), and what comes after it is meant.</summary>
    private const double Grain = 0.1;

    /// <summary>Null when the series stays what it was.</summary>
    public static Shift? Find(IReadOnlyList<MetricPoint> points)
    {
        if (points.Count < 2 * Fewest)
        {
            return null;
        }

        var values = points.Select(point => point.Value).ToArray();
        var noise = Noise(values);
        var cuts = Cuts(values);
        var levels = new List<(int From, int To, double Level)>();
        for (var at = 0; at + 1 < cuts.Count; at++)
        {
            levels.Add((cuts[at], cuts[at + 1], Median(values[cuts[at]..cuts[at + 1]])));
        }

        return FirstStep(points, values, levels, noise);
    }

    public static double Median(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The step away from the first level that lasts; where it goes on rising, up to its height.</summary>
    private static Shift? FirstStep(
        IReadOnlyList<MetricPoint> points, double[] values, List<(int From, int To, double Level)> levels, double noise)
    {
        var range = levels.Max(level => level.Level) - levels.Min(level => level.Level);
        for (var at = 1; at < levels.Count; at++)
        {
            var before = levels[at - 1].Level;
            var needed = Math.Max(Math.Max(NoiseFactor * noise, 1e-9 + (Math.Abs(before) * 0.05)), range * Grain);
            if (Math.Abs(levels[at].Level - before) <= needed)
            {
                continue;
            }

            var up = levels[at].Level > before;
            var top = at;
            while (top + 1 < levels.Count && (up ? levels[top + 1].Level > levels[top].Level : levels[top + 1].Level < levels[top].Level))
            {
                top++;
            }

            var (after, onset) = (levels[top].Level, Onset(values, levels[at].From, before, levels[at].Level, noise));
            return new(points[onset].Time, before, after, noise, IsGradual(values, onset, levels[top].To, before, after));
        }

        return null;
    }

    /// <summary>Back from the cut to the first value that left the old level; forward when the cut was early.</summary>
    private static int Onset(double[] values, int cut, double before, double after, double noise)
    {
        var away = Math.Max(2 * noise, Math.Abs(after - before) * 0.2);
        bool Left(int at) => after > before ? values[at] > before + away : values[at] < before - away;
        var onset = cut;
        while (onset > 0 && Left(onset - 1))
        {
            onset--;
        }

        while (onset + 1 < values.Length && !Left(onset))
        {
            onset++;
        }

        return onset;
    }

    /// <summary>Half of the way was made in many small steps.</summary>
    private static bool IsGradual(double[] values, int onset, int end, double before, double after)
    {
        var span = end - onset;
        if (span < 8)
        {
            return false;
        }

        var quarter = Math.Max(1, span / 4);
        var early = Median(values[onset..(onset + quarter)]);
        var late = Median(values[(end - quarter)..end]);
        return Math.Abs(late - early) > 0.4 * Math.Abs(after - before) + (0.1 * Math.Abs(late - before));
    }

    /// <summary>Two cuts at most on each side: before, during, after, and on the way.</summary>
    private static List<int> Cuts(double[] values)
    {
        var cuts = new List<int> { 0, values.Length };
        for (var round = 0; round < 4; round++)
        {
            var best = (Gain: 0.0, At: -1);
            for (var part = 0; part + 1 < cuts.Count; part++)
            {
                var cut = BestCut(values, cuts[part], cuts[part + 1]);
                best = cut.Gain > best.Gain ? cut : best;
            }

            if (best.At < 0)
            {
                break;
            }

            cuts.Add(best.At);
            cuts.Sort();
        }

        return cuts;
    }

    /// <summary>Where the squared distance from the mean shrinks most.</summary>
    private static (double Gain, int At) BestCut(double[] values, int from, int to)
    {
        var total = values[from..to].Sum();
        var (left, best) = (0.0, (Gain: 0.0, At: -1));
        for (var at = from; at < to; at++)
        {
            var (before, after) = (at - from, to - at);
            if (before >= Fewest && after >= Fewest)
            {
                var difference = (left / before) - ((total - left) / after);
                var gain = difference * difference * before * after / (before + after);
                best = gain > best.Gain ? (gain, at) : best;
            }

            left += values[at];
        }

        return best;
    }

    /// <summary>From one value to the next, so that neither a step nor a slope counts as noise.</summary>
    private static double Noise(double[] values)
    {
        var steps = new double[values.Length - 1];
        for (var at = 1; at < values.Length; at++)
        {
            steps[at - 1] = Math.Abs(values[at] - values[at - 1]);
        }

        return 1.05 * Median(steps);
    }
}
