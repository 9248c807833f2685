using Helm.Domains.Cloud.CloudWatch;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Makes readings of a subject's series: one number each, or the reason why there is none.</summary>
internal static class SeriesReader
{
    // What a decimal holds with room for the scale.
    private const double Largest = 1e20;

    public static Readings Read(Subject subject, ResourceKind kind)
    {
        var readings = new Readings();
        foreach (var (name, reading) in subject.Status?.Facts ?? [])
        {
            readings[name] = reading;
        }

        for (var index = 0; index < subject.Series.Count; index++)
        {
            var rule = kind.Metrics[index];
            readings[rule.Name] = ReadOne(rule, subject.Series[index], Weights(rule, subject, kind));
        }

        ExcuseAbsences(subject, kind, readings);
        return readings;
    }

    private static Reading ReadOne(MetricRule rule, MetricSeries series, MetricSeries? weights)
    {
        if (series.Status != SeriesStatus.Complete)
        {
            return Reading.Unknown(Explain(rule, series));
        }

        if (series.Points.Count == 0)
        {
            return rule.Absence == Absence.IsZero ? Reading.Of(0) : Reading.Absent;
        }

        var value = Sum(rule, series, weights);
        return double.IsFinite(value) && Math.Abs(value) < Largest
            ? Reading.Of((decimal)value * rule.Scale)
            : Reading.Unknown($"CloudWatch answered with a number that is none for {rule.Metric}.");
    }

    private static string Explain(MetricRule rule, MetricSeries series) => series.Status switch
    {
        SeriesStatus.PartialData => $"CloudWatch answered with partial data for {rule.Metric}.",
        SeriesStatus.InternalError => $"CloudWatch had an internal error for {rule.Metric}.",
        SeriesStatus.Forbidden => $"CloudWatch does not let Helm read {rule.Metric}: see assets/aws/reader.json.",
        SeriesStatus.Failed => $"{rule.Metric} could not be read. {series.Note}",
        _ => $"CloudWatch did not answer for {rule.Metric}.",
    };

    private static double Sum(MetricRule rule, MetricSeries series, MetricSeries? weights) => rule.Statistic switch
    {
        "Sum" => series.Points.Sum(point => point.Value),
        "Maximum" => series.Points.Max(point => point.Value),
        _ => Mean(series, weights),
    };

    // The percentile of a window is not to be had from those of its parts; their mean, weighted by how many requests
    // each part had, is close, and neither jumps with a single slow part nor hides one that was busy.
    private static double Mean(MetricSeries series, MetricSeries? weights)
    {
        var byTime = weights?.Points.ToLookup(point => point.Time, point => point.Value);
        double sum = 0, total = 0;
        foreach (var (time, value) in series.Points)
        {
            var weight = byTime?[time].Sum() ?? 1;
            sum += value * weight;
            total += weight;
        }

        return total > 0 ? sum / total : series.Points.Average(point => point.Value);
    }

    private static MetricSeries? Weights(MetricRule rule, Subject subject, ResourceKind kind)
    {
        for (var index = 0; index < subject.Series.Count; index++)
        {
            if (kind.Metrics[index].Name == rule.WeightedBy)
            {
                return subject.Series[index];
            }
        }

        return null;
    }

    // Where nothing runs or nobody calls, nothing is measured, and that is as it should be. Else absence is unknown.
    private static void ExcuseAbsences(Subject subject, ResourceKind kind, Readings readings)
    {
        var quiet = subject.Status is { Idle: true } || (kind.Traffic is not null && readings.Value(kind.Traffic) == 0);
        if (quiet || subject.Series.Count == 0)
        {
            return;
        }

        foreach (var rule in kind.Metrics.Where(rule => rule.Absence == Absence.IsUnknown))
        {
            if (readings[rule.Name] is { Value: null, Problem: null })
            {
                readings[rule.Name] = Reading.Unknown($"CloudWatch has no data for {rule.Metric}.");
            }
        }
    }
}
