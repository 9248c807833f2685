using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Operations.Overviews;

/// <summary>Puts the latest reports and the open issues together.</summary>
internal sealed class OverviewReader(
    IDeploymentReader deployments,
    IReportReader reports,
    IIssueReader issues,
    DomainRegistry domains,
    Freshness freshness) : IOverviewReader
{
    public async Task<Overview> ReadAsync(
        string environment, string? domain, int topIssues, CancellationToken cancellation)
    {
        var registered = (await deployments.ListAsync(cancellation))
            .Where(one => one.Environment == environment && (domain is null || one.Domain == domain)).ToList();
        var latest = (await reports.LatestAsync(cancellation)).ToDictionary(report => report.DeploymentId);
        var state = await freshness.ReadAsync(
            Watched(registered, latest), cancellation);
        var filter = new IssueFilter { Environment = environment, Domain = domain, Top = topIssues };

        return new()
        {
            Timestamp = state.Now,
            Environment = environment,
            Domains = await DomainsAsync(environment, domain, state.Deployments, cancellation),
            Issues = await issues.CountAsync(filter, cancellation),
            TopIssues = topIssues > 0 ? await issues.ListAsync(filter, cancellation) : [],
            Cost = state.Cost,
            Notices = [.. registered.Where(one => !one.Monitoring.Enabled).Select(SwitchedOff), .. state.Notices],
        };
    }

    private static IReadOnlyList<WatchedDeployment> Watched(
        IEnumerable<Deployment> registered, IReadOnlyDictionary<string, HealthReport> latest) =>
        [.. registered.Where(one => one.Monitoring.Enabled).Select(one => new WatchedDeployment(one, latest.GetValueOrDefault(one.Id)))];

    private static string SwitchedOff(Deployment deployment) =>
        $"The deployment {deployment.Id} is registered with monitoring switched off and is not watched.";

    private async Task<IReadOnlyList<DomainOverview>> DomainsAsync(
        string environment,
        string? domain,
        IReadOnlyList<WatchedDeployment> watched,
        CancellationToken cancellation)
    {
        var inOrder = domains.Monitors.Select(monitor => monitor.Registration.Domain)
            .Concat(watched.Select(one => one.Deployment.Domain).Order(StringComparer.Ordinal))
            .Distinct()
            .Where(name => name == domain || watched.Any(one => one.Deployment.Domain == name));
        var overviews = new List<DomainOverview>();
        foreach (var name in inOrder.Where(name => domain is null || name == domain))
        {
            var top = await issues.ListAsync(new() { Environment = environment, Domain = name, Top = 1 }, cancellation);
            overviews.Add(OverviewOf(name, [.. watched.Where(one => one.Deployment.Domain == name)], top));
        }

        return overviews;
    }

    private DomainOverview OverviewOf(
        string domain, IReadOnlyList<WatchedDeployment> watched, IReadOnlyList<Issue> top)
    {
        var alarms = watched.Select(one => one.Report?.Alarms).OfType<AlarmCounts>().ToList();
        return new()
        {
            Registration = domains.RegistrationFor(domain),
            Resources = ResourceMerge.Of(watched),
            Alarms = alarms.Count == 0 ? null : new(
                alarms.Sum(count => count.Ok),
                alarms.Sum(count => count.Alarm),
                alarms.Sum(count => count.InsufficientData)),
            CheckedAt = watched.Any(one => one.Report is null) ? null : watched.Min(one => one.Report?.Timestamp),
            TopIssue = top.Count > 0 ? top[0].IssueId : null,
        };
    }
}
