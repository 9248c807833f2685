using Helm.Operations.Monitoring;

namespace Helm.Operations.Issues;

/// <summary>Takes a report apart into findings.</summary>
public static class Findings
{
    /// <summary>What a resource is said to be when its bad state has no indicator of its own.</summary>
    public const string StatusIndicator = "status";

    private const string AlarmPrefix = "alarm/";

    public static IEnumerable<Finding> In(HealthReport report, DomainRegistration registration) =>
        report.Resources.SelectMany(resource => ObservationsOf(report, resource)
            .Select(observation => new Finding(report, resource, observation, registration)));

    /// <summary>
    /// The finding that an indicator is well because it is gone: an alarm that is no longer among those that were
    /// read, or any indicator of a resource that is healthy in all that was measured. Null when that cannot be said.
    /// </summary>
    public static Finding? Gone(
        HealthReport report, ResourceHealth resource, string indicator, DomainRegistration registration)
    {
        var alarmGone = indicator.StartsWith(AlarmPrefix, StringComparison.Ordinal) && report.Alarms is not null;
        if (!alarmGone && resource.Health != Health.Healthy)
        {
            return null;
        }

        var observation = new Observation
        {
            Indicator = indicator,
            Health = Health.Healthy,
            WindowStart = report.Timestamp,
            WindowEnd = report.Timestamp,
        };
        return new(report, resource, observation, registration);
    }

    private static IEnumerable<Observation> ObservationsOf(HealthReport report, ResourceHealth resource)
    {
        var unexplained = resource.Health is Health.Degraded or Health.Unhealthy
            && !resource.Observations.Any(observation => observation.Health == resource.Health);
        return unexplained
            ? resource.Observations.Where(one => one.Indicator != StatusIndicator).Append(new()
            {
                Indicator = StatusIndicator,
                Health = resource.Health,
                WindowStart = report.Timestamp,
                WindowEnd = report.Timestamp,
            })
            : resource.Observations;
    }
}
