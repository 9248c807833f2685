using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Storage.Alerts;

/// <summary>Alerts of other systems in the form of a health report, so that issues follow from them as from any observation.</summary>
internal static class OutsideReports
{
    public static HealthReport Of(
        string environment, string domain, IEnumerable<(OutsideAlert Alert, OutsideFinding Finding)> alerts, DateTimeOffset now) => new()
        {
            Timestamp = now,
            DeploymentId = "alertmanager",
            Environment = environment,
            Domain = domain,
            Resources =
            [
                .. alerts.GroupBy(one => (one.Finding.ResourceType, one.Finding.Resource)).Select(resource => new ResourceHealth
                {
                    Resource = new(resource.Key.ResourceType, resource.Key.Resource),
                    Health = resource.Max(one => HealthOf(one.Finding)),
                    Observations = [.. resource.Select(one => Observed(one.Alert, one.Finding, now))],
                }),
            ],
        };

    public static DomainRegistration RegistrationOf(string domain) => new()
    {
        Domain = domain,
        Plugin = "fractary-helm-alertmanager",
        Version = "1.0.0",
        Manager = "alertmanager",
        IssuePrefix = domain is "infrastructure" ? "infra" : domain is "application" ? "app" : domain,
    };

    private static Health HealthOf(OutsideFinding finding) => finding.Severity == Severity.Critical ? Health.Unhealthy : Health.Degraded;

    private static Observation Observed(OutsideAlert alert, OutsideFinding finding, DateTimeOffset now) => new()
    {
        Indicator = finding.Indicator,
        Health = HealthOf(finding),
        DeclaredSeverity = finding.Severity,
        WindowStart = alert.StartsAt,
        WindowEnd = now,
        Note = finding.Note,
    };
}
