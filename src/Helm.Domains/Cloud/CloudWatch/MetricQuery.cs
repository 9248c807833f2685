namespace Helm.Domains.Cloud.CloudWatch;

/// <summary>One series: a metric of one resource, summed up one way.</summary>
internal sealed record MetricQuery(
    string Namespace, string Metric, string Statistic, IReadOnlyList<Dimension> Dimensions);

/// <summary>One part of a metric's identity.</summary>
internal readonly record struct Dimension(string Name, string Value);

/// <summary>The time that is asked about, on the borders of data points.</summary>
internal readonly record struct MetricWindow(DateTimeOffset Start, DateTimeOffset End, TimeSpan Period)
{
    /// <summary>The last whole periods before now: the one that still runs would count too little.</summary>
    public static MetricWindow Before(DateTimeOffset now, TimeSpan length, TimeSpan period)
    {
        var end = new DateTimeOffset(now.UtcTicks / period.Ticks * period.Ticks, TimeSpan.Zero);
        return new(end - length, end, period);
    }
}

/// <summary>Whether CloudWatch told all it has about a series.</summary>
internal enum SeriesStatus
{
    /// <summary>No answer named it.</summary>
    Missing,
    Complete,
    PartialData,
    InternalError,
    Forbidden,

    /// <summary>The whole call failed; the series has a note that says how.</summary>
    Failed,
}

/// <summary>What came of one query.</summary>
internal sealed class MetricSeries
{
    public static MetricSeries Absent { get; } = new();

    public SeriesStatus Status { get; set; }

    /// <summary>Why it is not complete.</summary>
    public string? Note { get; set; }

    /// <summary>Seconds since 1970, each with its value; in no order that matters.</summary>
    public List<(double Time, double Value)> Points { get; } = new(8);
}
