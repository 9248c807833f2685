using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Cloud;

/// <summary>Watches the infrastructure in AWS.</summary>
internal sealed class CloudMonitor(
    ResourceCheck check, AlarmLook look, CloudConnections connections, IOptions<CloudOptions> options) : IDomainMonitor
{
    private readonly Lazy<DomainRegistration> _registration = new(() => Register(connections, options.Value));

    public DomainRegistration Registration => _registration.Value;

    public Task<IReadOnlyList<HealthReport>> CheckAsync(
        IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        check.CheckAsync(CloudKinds.All, deployments, cancellation);

    public Task<IReadOnlySet<string>> AlarmedAsync(
        IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        look.LookAsync(CloudKinds.All, deployments, cancellation);

    private static DomainRegistration Register(CloudConnections connections, CloudOptions options)
    {
        var expected = new Expectations(options);
        return new()
        {
            Domain = "infrastructure",
            Plugin = "fractary-helm-cloud",
            Version = "1.1.0",
            Manager = "ops-manager",
            Capabilities = ["health-check", "metrics-query"],
            Environments = [.. connections.Environments.Keys.Order(StringComparer.Ordinal)],
            Slos = new Dictionary<string, SloTarget>
            {
                ["p95_latency"] = new(expected.Slo("lambda", "p95_latency_ms"), "ms"),
                ["error_rate"] = new(expected.Slo("lambda", "error_rate_percent"), "%"),
                ["availability"] = new(expected.Slo("lambda", "availability_percent"), "%"),
            },
            EscalationChannels = options.EscalationChannels.Count > 0
                ? [.. options.EscalationChannels]
                : ["slack-ops", "pagerduty-infra"],
            UnitName = "resources",
            IssuePrefix = "infra",
        };
    }
}
