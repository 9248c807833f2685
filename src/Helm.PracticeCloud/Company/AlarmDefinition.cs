namespace Helm.PracticeCloud.Company;

/// <summary>A CloudWatch alarm on one metric of one resource. Its state is computed from the metric.</summary>
internal sealed record AlarmDefinition
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public required string Resource { get; init; }

    public required string Metric { get; init; }

    /// <summary>Averages and percentiles only mean the same on any length of period; sums do not.</summary>
    public string Statistic { get; init; } = "Average";

    public int Period { get; init; } = 60;

    public int EvaluationPeriods { get; init; } = 1;

    public string Comparison { get; init; } = "GreaterThanThreshold";

    public required double Threshold { get; init; }

    public string TreatMissingData { get; init; } = "missing";
}
