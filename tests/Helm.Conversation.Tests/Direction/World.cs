using Helm.Operations.Environments;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;
using Helm.Operations.Registration;
using Helm.Operations.Remediation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Helm.Conversation.Tests.Direction;

/// <summary>What Helm knows in a test: one overview for every environment, its issues, and two deployments.</summary>
internal sealed class World(Overview overview) : IOverviewReader, IIssueReader, IDeploymentReader
{
    public List<Deployment> Deployments { get; } = [Example.Deployment("prod"), Example.Deployment("staging")];

    /// <summary>When set, everything that is asked fails with it.</summary>
    public Exception? Outage { get; set; }

    public Overview Overview { get; set; } = overview;

    public static EnvironmentDirectory Environments { get; } = new(Options.Create(new EnvironmentsOptions()));

    public static DomainRegistry Domains { get; } = new(
        [Monitor(Example.Infrastructure), Monitor(Example.Application), Monitor(Example.Content)], TimeProvider.System);

    public QuietWorld Quiet { get; } = new();

    public IServiceCollection AddTo(IServiceCollection services) => Quiet.AddTo(services)
        .AddSingleton<IInvestigator, ThinEvidence>()
        .AddSingleton<IIssueReader>(this).AddSingleton<IOverviewReader>(this).AddSingleton<IDeploymentReader>(this)
        .AddSingleton(Environments).AddSingleton(Domains).AddSingleton(Substitute.For<IRemediation>());

    public Task<Overview> ReadAsync(string environment, string? domain, int topIssues, CancellationToken cancellation) =>
        Answer(Overview with
        {
            Environment = environment,
            Domains = [.. Overview.Domains.Where(one => domain is null || one.Registration.Domain == domain)],
            TopIssues = [.. Overview.TopIssues.Where(issue => domain is null || issue.Domain == domain).Take(topIssues)],
        });

    public Task<IReadOnlyList<Issue>> ListAsync(IssueFilter filter, CancellationToken cancellation) =>
        Answer<IReadOnlyList<Issue>>([.. Matching(filter).Take(filter.Top)]);

    public Task<IssueCounts> CountAsync(IssueFilter filter, CancellationToken cancellation)
    {
        var found = Matching(filter).ToList();
        int Of(string severity) => found.Count(issue => issue.Severity == severity);

        return Answer(new IssueCounts(found.Count, Of("critical"), Of("high"), Of("medium"), Of("low")));
    }

    public Task<Issue?> FindAsync(string issueId, CancellationToken cancellation) =>
        Answer(Overview.TopIssues.FirstOrDefault(issue => string.Equals(issue.IssueId, issueId, StringComparison.OrdinalIgnoreCase)));

    public Task<IReadOnlyList<Deployment>> ListAsync(CancellationToken cancellation) => Answer<IReadOnlyList<Deployment>>(Deployments);

    private static IDomainMonitor Monitor(DomainRegistration registration)
    {
        var monitor = Substitute.For<IDomainMonitor>();
        monitor.Registration.Returns(registration);

        return monitor;
    }

    private IEnumerable<Issue> Matching(IssueFilter filter) =>
        from issue in Overview.TopIssues
        where Fits(filter.Environment, issue.Environment) && Fits(filter.Domain, issue.Domain) && Fits(filter.Severity, issue.Severity)
            && Fits(filter.Resource, issue.Resource.Name)
            && (filter.Status is { } status ? issue.Status == status : issue.Status != IssueStatus.Resolved)
        select issue;

    private static bool Fits(string? wanted, string value) => wanted is null || wanted == value;

    private Task<T> Answer<T>(T value) => Outage is { } outage ? Task.FromException<T>(outage) : Task.FromResult(value);
}
