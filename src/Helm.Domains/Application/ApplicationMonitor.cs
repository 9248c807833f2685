using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Application;

/// <summary>Watches the company's services by what they report about their requests.</summary>
internal sealed class ApplicationMonitor(
    ResourceCheck check, AlarmLook look, CloudConnections connections, IOptions<CloudOptions> options) : IDomainMonitor
{
    private readonly Lazy<DomainRegistration> _registration = new(() => Register(connections, options.Value));

    public DomainRegistration Registration => _registration.Value;

    public Task<IReadOnlyList<HealthReport>> CheckAsync(
        IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        check.CheckAsync(ServiceKind.All, deployments, cancellation);

    public Task<IReadOnlySet<string>> AlarmedAsync(
        IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        look.LookAsync(ServiceKind.All, deployments, cancellation);

    private static DomainRegistration Register(CloudConnections connections, CloudOptions options)
    {
        var expected = new Expectations(options);
        return new()
        {
            Domain = "application",
            Plugin = "fractary-helm-app",
            Version = "1.5.0",
            Manager = "app-monitor",
            Capabilities = ["health-check", "apm"],
            Environments = [.. connections.Environments.Keys.Order(StringComparer.Ordinal)],
            Slos = new Dictionary<string, SloTarget>
            {
                ["p95_response_time"] = new(expected.Slo("service", "p95_response_time_ms"), "ms"),
                ["error_rate"] = new(expected.Slo("service", "error_rate_percent"), "%"),
                ["availability"] = new(expected.Slo("service", "availability_percent"), "%"),
            },
            EscalationChannels = options.ServiceEscalationChannels.Count > 0
                ? [.. options.ServiceEscalationChannels]
                : ["slack-dev", "pagerduty-app"],
            UnitName = "services",
            IssuePrefix = "app",
        };
    }
}
