using System.Globalization;
using Helm.Operations.Monitoring;

namespace Helm.Host.Api;

/// <summary>A deployment in the format of <c>.fractary/registry/deployments.json</c>, to be serialised in snake case.</summary>
internal sealed record DeploymentDocument(
    string Id,
    string Domain,
    string Environment,
    string? FaberPlugin,
    string? HelmPlugin,
    DateTimeOffset DeployedAt,
    string? DeployedBy,
    string? WorkItem,
    IReadOnlyList<DeployedResource> Resources,
    MonitoringDocument Monitoring)
{
    public static DeploymentDocument Of(Deployment deployment) => new(
        deployment.Id, deployment.Domain, deployment.Environment, deployment.CreatedBy, deployment.WatchedBy,
        deployment.DeployedAt, deployment.DeployedBy, deployment.WorkItem, deployment.Resources,
        MonitoringDocument.Of(deployment.Monitoring));
}

/// <summary>How a deployment wants to be watched, in the same format.</summary>
internal sealed record MonitoringDocument(
    bool Enabled, string? HelmManager, string? HealthCheckInterval, IReadOnlyList<string> AlertChannels, IReadOnlyList<string> EnabledChecks)
{
    public static MonitoringDocument Of(DeploymentMonitoring monitoring) => new(
        monitoring.Enabled, monitoring.Manager, Interval(monitoring.HealthCheckInterval), monitoring.AlertChannels, monitoring.EnabledChecks);

    private static string? Interval(TimeSpan? interval) => interval is not { } time
        ? null
        : time.Ticks % TimeSpan.TicksPerMinute == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0}m")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s");
}

/// <summary>All deployments.</summary>
internal sealed record DeploymentList(IReadOnlyList<DeploymentDocument> Deployments);
