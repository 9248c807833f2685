using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Trends;

namespace Helm.Domains.Measuring;

/// <summary>Makes the readings of each step, and from them what a check would have told.</summary>
internal static class HistorySteps
{
    private const int MostSteps = 60;

    public static MetricWindow Window(DateTimeOffset from, DateTimeOffset to)
    {
        var period = TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling((to - from).TotalMinutes / MostSteps)));
        return MetricWindow.Before(to, TimeSpan.FromTicks(Math.Max(1, (to - from).Ticks / period.Ticks) * period.Ticks), period);
    }

    public static async Task<IReadOnlyList<MetricTrace>> ReadAsync(
        CloudWatchClient metrics, IReadOnlyList<Subject> subjects, string serviceNamespace, MetricWindow window, CancellationToken cancellation)
    {
        var queries = subjects.SelectMany(subject => subject.Kind!.Metrics.Select(rule =>
            new MetricQuery(rule.Namespace ?? subject.Kind.Namespace ?? serviceNamespace, rule.Metric, rule.Statistic, subject.Dimensions))).ToList();
        var series = await new MetricSweep(metrics).RunAsync(queries, window, cancellation);
        var (traces, next) = (new List<MetricTrace>(), 0);
        foreach (var subject in subjects)
        {
            traces.AddRange(Traces(subject, series[next..(next + subject.Kind!.Metrics.Count)], window));
            next += subject.Kind.Metrics.Count;
        }

        return traces;
    }

    /// <param name="series">One for each metric of the subject's kind.</param>
    private static IEnumerable<MetricTrace> Traces(Subject subject, MetricSeries[] series, MetricWindow window)
    {
        var kind = subject.Kind!;
        var steps = Steps(kind, series, window).ToList();
        var computed = kind.Metrics.Where((_, index) => series[index].Status == SeriesStatus.Complete)
            .Select(rule => (rule.Name, Compute: (Func<Readings, decimal?>)(readings => readings.Value(rule.Name))))
            .Concat(kind.Indicators.Where(rule => IsComplete(rule, kind, series)).Select(rule => (rule.Name, rule.Formula.Compute)))
            .DistinctBy(one => one.Name);
        foreach (var (name, compute) in computed)
        {
            yield return new(subject.Resource.Name, name, [.. steps.Select(compute).OfType<decimal>()]);
        }
    }

    private static bool IsComplete(IndicatorRule rule, ResourceKind kind, MetricSeries[] series) =>
        kind.Metrics.Where((one, index) => rule.Formula.Inputs.Contains(one.Name) && series[index].Status != SeriesStatus.Complete).Any() is false;

    private static IEnumerable<Readings> Steps(ResourceKind kind, MetricSeries[] series, MetricWindow window)
    {
        var points = series.Select(one => one.Points.ToLookup(point => (long)point.Time, point => point.Value)).ToArray();
        for (var at = window.Start; at < window.End; at += window.Period)
        {
            var readings = new Readings();
            for (var index = 0; index < points.Length; index++)
            {
                readings[kind.Metrics[index].Name] = Read(kind.Metrics[index], points[index][at.ToUnixTimeSeconds()]);
            }

            yield return readings;
        }
    }

    private static Reading Read(MetricRule rule, IEnumerable<double> values)
    {
        foreach (var value in values.Where(double.IsFinite))
        {
            return Reading.Of((decimal)value * rule.Scale);
        }

        return rule.Absence == Absence.IsZero ? Reading.Of(0) : Reading.Absent;
    }
}
