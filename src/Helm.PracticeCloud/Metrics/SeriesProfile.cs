namespace Helm.PracticeCloud.Metrics;

/// <summary>A metric as it usually looks for a kind of resource.</summary>
internal sealed record SeriesProfile(string Metric, string Unit, SeriesKind Kind, double Level)
{
    public double P95 { get; init; }

    /// <summary>The series of the same resource whose events this one describes.</summary>
    public string? Of { get; init; }

    public double Season { get; init; }

    public double Noise { get; init; } = 0.03;

    /// <summary>Seconds between two readings of a gauge.</summary>
    public int Interval { get; init; } = 60;

    public SeriesProfile With(MetricSettings settings) => this with
    {
        Level = settings.P50 ?? settings.Level ?? Level,
        P95 = settings.P95 ?? P95,
        Season = settings.Season ?? Season,
        Noise = settings.Noise ?? Noise,
    };
}
