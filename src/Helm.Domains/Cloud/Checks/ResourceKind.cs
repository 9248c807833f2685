using Helm.Domains.Cloud.CloudWatch;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Everything Helm knows about watching one type of resource.</summary>
internal sealed record ResourceKind
{
    /// <summary>As deployments name it; the first is Helm's own word.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Null takes the configured namespace of services.</summary>
    public string? Namespace { get; init; }

    public required Func<ResourceIdentity, IReadOnlyList<Dimension>> Dimensions { get; init; }

    /// <summary>Null for what has no state of its own besides its metrics.</summary>
    public IStatusReader? Status { get; init; }

    /// <summary>The metric whose zero excuses that others are absent.</summary>
    public string? Traffic { get; init; }

    /// <summary>Global resources report to us-east-1.</summary>
    public bool Global { get; init; }

    public required IReadOnlyList<MetricRule> Metrics { get; init; }

    public required IReadOnlyList<IndicatorRule> Indicators { get; init; }

    /// <summary>True for metrics that a judged indicator is made of: their alarms tell nothing new.</summary>
    public bool Covers(string metric) => Metrics.Any(rule => rule.Metric == metric
        && Indicators.Any(indicator => indicator.Target is not null && indicator.Formula.Inputs.Contains(rule.Name)));
}
