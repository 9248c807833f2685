namespace Helm.PracticeCloud.Faults;

/// <summary>A fault that was asked for: what, where and how often.</summary>
internal sealed record FaultRule
{
    public required FaultKind Kind { get; init; }

    /// <summary>The signing name of a service, such as lambda or monitoring. Absent: every service.</summary>
    public string? Service { get; init; }

    /// <summary>Absent: every operation.</summary>
    public string? Operation { get; init; }

    /// <summary>The share of calls, from 0 to 1.</summary>
    public double? Rate { get; init; }

    /// <summary>Only so many calls, then no more.</summary>
    public int? Count { get; init; }

    /// <summary>For latency.</summary>
    public int? DelayMs { get; init; }

    /// <summary>For skew: how far the clock of the answering machine is ahead.</summary>
    public int SkewSeconds { get; init; } = 900;

    /// <summary>For reset: the operation is done first, only its answer is lost.</summary>
    public bool After { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Null when the rule can be used, else what is wrong: the field and the reason.</summary>
    public (string Field, string Reason)? Mistake() => this switch
    {
        { Rate: < 0 or > 1 } => ("rate", "is a share from 0 to 1"),
        { Count: < 1 } => ("count", "is at least 1"),
        { DelayMs: < 0 or > 600_000 } => ("delay_ms", "is from 0 to 600000"),
        { Kind: FaultKind.Latency, DelayMs: null } => ("delay_ms", "is needed for latency"),
        { SkewSeconds: 0 or < -86_400 or > 86_400 } => ("skew_seconds", "is from -86400 to 86400 and not 0"),
        { Kind: FaultKind.Partial, Operation: not (null or "GetMetricData") } => ("operation", "partial series exist only in GetMetricData"),
        _ => null,
    };
}
