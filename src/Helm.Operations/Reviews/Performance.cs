namespace Helm.Operations.Reviews;

/// <summary>How well operations went over a span of time. What cannot be told from the record is null.</summary>
public sealed record Performance
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required int Opened { get; init; }

    public required int Resolved { get; init; }

    /// <summary>Mean time to resolution: from detected to resolved, of those that were resolved in the span.</summary>
    public double? MttrMinutes { get; init; }

    /// <summary>Mean time to acknowledgement: from the first message to whoever took it on.</summary>
    public double? MttaMinutes { get; init; }

    /// <summary>The share of the resolved that needed nobody: no leave, no acknowledgement, no work item.</summary>
    public double? AutoResolvedPercent { get; init; }

    /// <summary>The share of mends carried out that were measured to help.</summary>
    public double? MendsThatHelpedPercent { get; init; }

    /// <summary>The share of escalations that needed people: a fix was shipped and verified, and it did not go away by itself.</summary>
    public double? EscalationAccuracyPercent { get; init; }
}
