using Helm.Operations.Monitoring;

namespace Helm.Operations.Registration;

/// <summary>The domains that watch; each registers itself by being there.</summary>
public sealed class DomainRegistry(IEnumerable<IDomainMonitor> monitors, TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public IReadOnlyList<IDomainMonitor> Monitors { get; } = [.. monitors];

    /// <summary>The watcher that the deployment names, else the one of its domain; null when nobody watches it.</summary>
    public IDomainMonitor? MonitorFor(Deployment deployment) =>
        Monitors.FirstOrDefault(monitor => monitor.Registration.Plugin == deployment.WatchedBy)
        ?? Monitors.FirstOrDefault(monitor => monitor.Registration.Domain == deployment.Domain);

    public DomainRegistration? Find(string domain) =>
        Monitors.FirstOrDefault(monitor => monitor.Registration.Domain == domain)?.Registration;

    /// <summary>The registration under which a deployment's findings are told; one of its own when nobody watches it.</summary>
    public DomainRegistration RegistrationFor(Deployment deployment) =>
        MonitorFor(deployment)?.Registration ?? Unwatched(deployment.Domain);

    public DomainRegistration RegistrationFor(string domain) => Find(domain) ?? Unwatched(domain);

    /// <summary>In the schema of <c>domain-monitors.json</c>.</summary>
    public DomainMonitorsDocument Document() => new()
    {
        UpdatedAt = _startedAt,
        Monitors = [.. Monitors.Select(monitor => DomainMonitorEntry.From(monitor.Registration))],
    };

    private static DomainRegistration Unwatched(string domain) =>
        new() { Domain = domain, Plugin = domain, Version = "", Manager = "", IssuePrefix = domain };
}
