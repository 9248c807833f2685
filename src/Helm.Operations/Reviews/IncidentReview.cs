using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Reviews;

/// <summary>An incident as it was recorded: the issue, who was told, and what was done.</summary>
public sealed record IncidentReview
{
    public required Issue Issue { get; init; }

    /// <summary>Null when nobody was to be told.</summary>
    public Alert? Alert { get; init; }

    /// <summary>In the order of time, without those that were never allowed.</summary>
    public IReadOnlyList<PlanRecord> Plans { get; init; } = [];

    /// <summary>How long it has lasted, or lasted.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>What is to be done next, as a sentence.</summary>
    public required string Next { get; init; }
}
