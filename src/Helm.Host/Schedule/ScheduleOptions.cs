using Helm.Operations.Settings;

namespace Helm.Host.Schedule;

/// <summary>How often Helm looks what is due; section <c>Helm:Schedule</c>.</summary>
public sealed class ScheduleOptions
{
    public const string Section = "Helm:Schedule";

    /// <summary>False for a host that only answers, beside another that watches.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often checks, alarms and the registry file are looked at; what is due is decided by their own intervals.</summary>
    public Duration WakeInterval { get; set; } = Duration.FromSeconds(2);

    /// <summary>How often what is older than its retention is removed.</summary>
    public Duration PurgeInterval { get; set; } = TimeSpan.FromHours(1);
}
