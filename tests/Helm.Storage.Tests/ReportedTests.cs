using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Storage.Tests;

/// <summary>One deployment, and reports about it.</summary>
public abstract class ReportedTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    private protected Deployment Deployed { get; } = Sample.Deployment();

    private protected async Task<Installation> DeployedAsync(Provider provider)
    {
        var helm = await StartAsync(provider);
        await helm.Get<DeploymentRegistry>().RegisterAsync(Deployed, Cancellation);
        return helm;
    }

    /// <summary>One report after the other, five minutes apart.</summary>
    private protected async Task ReportAsync(Installation helm, params decimal?[] rates)
    {
        foreach (var rate in rates)
        {
            Clock.Advance(minutes: 5);
            Assert.Equal(ReportOutcome.Applied, await ApplyAsync(helm, Sample.ErrorRate(Deployed, Clock.Now, rate)));
        }
    }

    private protected static Task<ReportOutcome> ApplyAsync(Installation helm, HealthReport report) =>
        helm.Get<IReportLedger>().ApplyAsync(report, Sample.Infrastructure, null, Cancellation);

    private protected static Task<IReadOnlyList<Issue>> OpenAsync(Installation helm) =>
        helm.Get<IIssueReader>().ListAsync(new(), Cancellation);
}
