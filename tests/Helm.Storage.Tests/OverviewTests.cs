using Helm.Operations.Checks;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;
using Helm.Operations.Registration;

namespace Helm.Storage.Tests;

public sealed class OverviewTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_never_checked_is_unknown_and_what_was_checked_too_long_ago_too(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 0.05m);
        var helm = await DeployedAsync(provider);
        Assert.Equal(Health.Unknown, (await ReadAsync(helm)).Health);

        await helm.Get<HealthCheckRunner>().RunDueAsync(Cancellation);
        Assert.Equal(Health.Healthy, (await ReadAsync(helm)).Health);
        Clock.Advance(minutes: 15);
        Assert.Equal(Health.Healthy, (await ReadAsync(helm)).Health);
        Clock.Advance(minutes: 1);

        var stale = await ReadAsync(helm);
        Assert.Equal(Health.Unknown, stale.Health);
        Assert.Equal(
            ["The deployment deploy-1 was last checked 16 minutes ago; how it is now is unknown."], stale.Notices);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Health_issues_and_domain_come_together(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 5.2m) with { Alarms = new(10, 1, 1) };
        var helm = await DeployedAsync(provider);
        await helm.Get<HealthCheckRunner>().RunDueAsync(Cancellation);

        var overview = await ReadAsync(helm);
        var domain = Assert.Single(overview.Domains);

        Assert.Equal(Health.Degraded, overview.Health);
        Assert.True(domain.SloBreach);
        Assert.Equal("infra-001", domain.TopIssue);
        Assert.Equal(new AlarmCounts(10, 1, 1), domain.Alarms);
        Assert.Equal(1, overview.Issues.Critical);
        Assert.Equal(840, Assert.Single(overview.TopIssues).Priority);
        Assert.Equal(Clock.Now, domain.CheckedAt);
    }

    [Fact]
    public async Task An_environment_without_deployments_is_unknown()
    {
        var helm = await DeployedAsync(Provider.Sqlite);

        var overview = await helm.Get<IOverviewReader>().ReadAsync("staging", null, 3, Cancellation);

        Assert.Empty(overview.Domains);
        Assert.Equal(Health.Unknown, overview.Health);
    }

    [Fact]
    public async Task What_nobody_watches_is_unknown_and_says_so()
    {
        var helm = await StartAsync(Provider.Sqlite);
        await helm.Get<DeploymentRegistry>().RegisterAsync(
            Sample.Deployment() with { Domain = "content" }, Cancellation);
        await helm.Get<HealthCheckRunner>().RunDueAsync(Cancellation);

        var resource = Assert.Single(Assert.Single((await ReadAsync(helm)).Domains).Resources);
        Assert.Equal(Health.Unknown, resource.Health);
        Assert.Equal("Nothing here watches the domain content.", resource.Observations[0].Note);
    }

    private static Task<Overview> ReadAsync(Installation helm) =>
        helm.Get<IOverviewReader>().ReadAsync("prod", null, 3, Cancellation);

    private async Task<Installation> DeployedAsync(Provider provider)
    {
        var helm = await StartAsync(provider);
        await helm.Get<DeploymentRegistry>().RegisterAsync(Sample.Deployment(), Cancellation);
        return helm;
    }
}
