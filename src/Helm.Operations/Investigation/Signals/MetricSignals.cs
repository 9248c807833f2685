using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Signals;

/// <summary>What the metrics say: which levels changed, and which resources are at their end.</summary>
internal sealed class MetricSignals(SignalTable table, EvidenceBundle bundle)
{
    /// <summary>In percent of the requests; fewer are the usual grain.</summary>
    private const double LeastErrors = 0.1;

    /// <summary>What was so many times less was nearly nothing.</summary>
    private const double Nothing = 20;

    private static readonly string[] Shares = ["rate", "percent", "ratio", "pct"];

    private readonly ResourceLimits _limits = new(bundle);

    public IEnumerable<Signal> Find()
    {
        foreach (var query in bundle.Queries)
        {
            foreach (var trace in query.Result.Traces)
            {
                if (table.MetricOf(trace.Metric) is { Kind: not ("limit" or "cost") } row)
                {
                    foreach (var signal in Of(trace, row, query.Id))
                    {
                        yield return signal;
                    }
                }
            }
        }
    }

    private IEnumerable<Signal> Of(Trace trace, MetricRow row, string query)
    {
        var (points, asRate) = row.Kind is "errors" or "client_errors" ? AsRate(trace) : (trace.Points, false);
        if (points.Count == 0)
        {
            yield break;
        }

        var unit = asRate ? "%" : MetricWords.UnitOf(trace);
        var shift = ShiftFinder.Find(points);
        if (shift is not null && Matters(shift, row, unit, points))
        {
            yield return Moved(trace, row, shift, MetricWords.Moved(trace, row, shift, unit, asRate), query);
        }

        if (_limits.AtItsEnd(trace, row, unit, shift) is { } end)
        {
            var since = shift is { } known ? known.At : points[0].Time;
            yield return new(trace.Component, $"{row.Kind}.high", 1, Time(since), end, query) { Gradual = shift is { Gradual: true } };
        }
    }

    private static Signal Moved(Trace trace, MetricRow row, Shift shift, string text, string query) =>
        new(trace.Component, $"{row.Kind}.{(Leapt(row, shift) ? "leap" : shift.Direction)}", Strength(shift), Time(shift.At), text, query)
        {
            Harm = row.Harm && shift.Direction == row.Bad,
            Gradual = shift.Gradual,
        };

    private static bool Leapt(MetricRow row, Shift shift) => row.Leap > 0 && shift.After >= row.Leap && shift.Times >= Nothing;

    /// <summary>A count of errors says little beside three times the requests; their share says it.</summary>
    private (IReadOnlyList<MetricPoint> Points, bool AsRate) AsRate(Trace trace)
    {
        var name = MetricWords.SnakeCase(trace.Metric);
        if (trace.Unit == "%" || Shares.Any(share => name.Contains(share, StringComparison.Ordinal)))
        {
            return (trace.Points, false);
        }

        var traffic = bundle.All(result => result.Traces)
            .Where(other => other.Component == trace.Component && table.MetricOf(other.Metric) is { Kind: "traffic" })
            .OrderByDescending(other => other.Points.Count).FirstOrDefault();
        if (traffic is null)
        {
            return (trace.Points, false);
        }

        var totals = traffic.Points.GroupBy(point => point.Time).ToDictionary(group => group.Key, group => group.First().Value);
        var rates = trace.Points.Where(point => totals.GetValueOrDefault(point.Time) > 0)
            .Select(point => new MetricPoint(point.Time, Math.Min(100, 100 * point.Value / totals[point.Time]))).ToList();
        return rates.Count * 2 >= trace.Points.Count ? (rates, true) : (trace.Points, false);
    }

    private static bool Matters(Shift shift, MetricRow row, string unit, IReadOnlyList<MetricPoint> points)
    {
        var percent = unit == "%" ? 1 : points.All(point => point.Value is >= 0 and <= 1) ? 100 : 0;
        var change = Math.Abs(shift.After - shift.Before) * Math.Max(percent, 1);
        var noticed = percent == 0 || row.Kind is not ("errors" or "client_errors") || change >= LeastErrors;
        return noticed && shift.Times >= row.Ratio && change >= row.Least;
    }

    /// <summary>Between barely seen and far beyond all noise.</summary>
    private static double Strength(Shift shift)
    {
        var steps = Math.Abs(shift.After - shift.Before) / Math.Max(shift.Noise, 1e-9 + (Math.Abs(shift.Before) * 0.02));
        return Math.Round(Math.Clamp(0.4 + (Math.Log2(steps / 4) * 0.12), 0.4, 1), 3);
    }

    private static DateTimeOffset Time(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
