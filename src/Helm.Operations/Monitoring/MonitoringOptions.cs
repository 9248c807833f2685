using Helm.Operations.Settings;

namespace Helm.Operations.Monitoring;

/// <summary>How often Helm looks and how long it remembers; section <c>Helm:Monitoring</c>.</summary>
public sealed class MonitoringOptions
{
    /// <summary>How often a deployment is checked that names no interval of its own.</summary>
    public Duration HealthCheckInterval { get; set; } = Duration.FromMinutes(5);

    /// <summary>How often alarms are read between the checks.</summary>
    public Duration AlarmInterval { get; set; } = Duration.FromMinutes(1);

    /// <summary>How long health reports and measured values are kept.</summary>
    public Duration MetricsRetention { get; set; } = Duration.FromDays(30);

    /// <summary>How long a check that a host began belongs to it without a sign of life; then another host repeats it.</summary>
    public Duration ClaimLease { get; set; } = Duration.FromSeconds(7);

    /// <summary>A report older than this many intervals counts as unknown.</summary>
    public int StaleAfterIntervals { get; set; } = 3;

    /// <summary>The file that the creating side writes; watched and imported. Empty to watch none.</summary>
    public string RegistryFile { get; set; } = ".fractary/registry/deployments.json";
}
