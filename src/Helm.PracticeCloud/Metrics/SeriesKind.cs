namespace Helm.PracticeCloud.Metrics;

/// <summary>How the samples of a series come about.</summary>
internal enum SeriesKind
{
    /// <summary>One sample of value 1 an event; the level is events a minute.</summary>
    Count,

    /// <summary>A 0 or 1 for each event of another series; the level is the share in percent.</summary>
    Part,

    /// <summary>A reading at every sampling moment; the level is the reading.</summary>
    Gauge,

    /// <summary>A measured value for each event of another series, spread log-normally; the level is the median.</summary>
    Samples,
}
