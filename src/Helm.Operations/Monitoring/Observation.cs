namespace Helm.Operations.Monitoring;

/// <summary>One indicator of one resource, measured over one window.</summary>
public sealed record Observation
{
    /// <summary>In snake case: <c>error_rate</c>, <c>p95_latency</c>, <c>status</c>, <c>alarm/NAME</c>.</summary>
    public required string Indicator { get; init; }

    public required Health Health { get; init; }

    /// <summary>Null when it was not measured.</summary>
    public decimal? Value { get; init; }

    public decimal? Target { get; init; }

    public TargetKind Kind { get; init; }

    /// <summary>As in the registry's SLOs: <c>%</c>, <c>ms</c>, or empty for a count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True when a service level objective is missed, not merely a threshold.</summary>
    public bool SloBreach { get; init; }

    /// <summary>How many times faster than allowed the error budget is spent; null where there is no budget.</summary>
    public decimal? BurnRate { get; init; }

    public long? RequestsAffected { get; init; }

    public long? RequestsTotal { get; init; }

    public required DateTimeOffset WindowStart { get; init; }

    public required DateTimeOffset WindowEnd { get; init; }

    /// <summary>How bad another system says it is; null for Helm's own rule.</summary>
    public string? DeclaredSeverity { get; init; }

    /// <summary>Why it is so, in plain words: "CloudWatch answered with partial data".</summary>
    public string? Note { get; init; }
}

/// <summary>On which side of its target a value is good.</summary>
public enum TargetKind
{
    AtMost,
    AtLeast,
}
