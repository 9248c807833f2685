using System.Text.Json.Serialization;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Checks;

/// <summary>A health report in the specification's schema, to be serialised in snake case.</summary>
/// <remarks>Beside the schema: <c>deployment_id</c>, an overall <c>status</c>, and a <c>reason</c> where it is unknown.</remarks>
public sealed record HealthReportDocument
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string DeploymentId { get; init; }

    public required string Environment { get; init; }

    public required string Domain { get; init; }

    /// <summary>HEALTHY, UNKNOWN, DEGRADED or UNHEALTHY: the worst of the resources.</summary>
    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    public required HealthSummary Summary { get; init; }

    public required IReadOnlyList<ResourceReport> Resources { get; init; }

    public static HealthReportDocument From(
        HealthReport report, IReadOnlyDictionary<DeployedResource, string> issues, string? reason = null) => new()
        {
            Timestamp = report.Timestamp,
            DeploymentId = report.DeploymentId,
            Environment = report.Environment,
            Domain = report.Domain,
            Status = report.Health.ToString().ToUpperInvariant(),
            Reason = reason,
            Summary = HealthSummary.Of(report.Resources),
            Resources = [.. report.Resources.Select(resource => new ResourceReport(
                resource.Resource.Name,
                resource.Resource.Type,
                resource.Health.ToString().ToUpperInvariant(),
                resource.Metrics,
                issues.GetValueOrDefault(resource.Resource)))],
        };
}

/// <summary>How many resources are how; <c>unknown</c> joins where it is not zero.</summary>
public sealed record HealthSummary(int Total, int Healthy, int Degraded, int Unhealthy)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unknown { get; init; }

    public static HealthSummary Of(IReadOnlyList<ResourceHealth> resources)
    {
        return new(resources.Count, Count(Health.Healthy), Count(Health.Degraded), Count(Health.Unhealthy))
        {
            Unknown = Count(Health.Unknown),
        };

        int Count(Health health) => resources.Count(resource => resource.Health == health);
    }
}

/// <summary>One resource in <see cref="HealthReportDocument"/>.</summary>
public sealed record ResourceReport(
    string Name, string Type, string Status, IReadOnlyDictionary<string, decimal?> Metrics, string? IssueCreated);
