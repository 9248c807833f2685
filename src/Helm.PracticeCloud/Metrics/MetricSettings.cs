namespace Helm.PracticeCloud.Metrics;

/// <summary>What a document says of one metric where it differs from its profile.</summary>
internal sealed record MetricSettings
{
    public double? Level { get; init; }

    /// <summary>Only for measured values: the median and the 95th percentile.</summary>
    public double? P50 { get; init; }

    public double? P95 { get; init; }

    /// <summary>How far the level swings over the day, 0.2 for ±20 %.</summary>
    public double? Season { get; init; }

    /// <summary>How far single minutes stray, 0.05 for ±5 %.</summary>
    public double? Noise { get; init; }
}
