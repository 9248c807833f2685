namespace Helm.Domains.Cloud.Checks;

/// <summary>What it means that CloudWatch has no data points of a metric.</summary>
internal enum Absence
{
    /// <summary>Nothing happened: counts are only published when there is something to count.</summary>
    IsZero,

    /// <summary>Something is wrong with the measuring, unless there is no traffic at all.</summary>
    IsUnknown,

    /// <summary>Somebody has to switch this metric on, and nobody must.</summary>
    IsFine,
}

/// <summary>One series to ask for.</summary>
/// <param name="Name">In the report, in snake case.</param>
/// <param name="Statistic">Sum, Average, Maximum or p95, as CloudWatch names them.</param>
internal sealed record MetricRule(string Name, string Metric, string Statistic, Absence Absence)
{
    /// <summary>Where it is not that of its kind.</summary>
    public string? Namespace { get; init; }

    /// <summary>Multiplies the value: seconds into milliseconds.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>The count by which data points weigh in the mean: a minute with two requests says little.</summary>
    public string? WeightedBy { get; init; }
}
