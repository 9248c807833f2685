using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Storage.Tests;

public sealed class IssueScopeTests(PostgreSqlCluster cluster) : ReportedTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_indicators_of_one_resource_name_each_other(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ApplyAsync(helm, Sample.With(
            Sample.ErrorRate(Deployed, Clock.Now, 5.2m), Sample.Observed(Clock.Now, 7m, "throttles")));
        var issues = await OpenAsync(helm);

        Assert.Equal(2, issues.Count);
        Assert.Equal([issues[1].IssueId], issues[0].RelatedIssues);
        Assert.Equal([issues[0].IssueId], issues[1].RelatedIssues);
        Assert.Contains("High error rate (5.2%)", issues[0].Summary.Symptoms);
        Assert.Contains("Throttled requests (7%)", issues[0].Summary.Symptoms);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_alarm_that_no_longer_exists_resolves_its_issue(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ApplyAsync(helm, WithAlarm(Sample.Observed(Clock.Now, 5m, "alarm/api-errors")));
        Assert.Single(await OpenAsync(helm));

        for (var check = 0; check < 3; check++)
        {
            Clock.Advance(minutes: 5);
            await ApplyAsync(helm, WithAlarm());
        }

        Assert.Empty(await OpenAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_no_longer_deployed_has_no_open_issue(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, 5.2m);
        await helm.Get<DeploymentRegistry>().RegisterAsync(
            Deployed with { Resources = [new("s3", "uploads")] }, Cancellation);

        Assert.Empty(await OpenAsync(helm));
        var issue = await helm.Get<IIssueReader>().FindAsync("infra-001", Cancellation);
        Assert.Equal("Resolved: api-lambda was removed from the deployment deploy-1", issue!.Timeline[^1].Event);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_resource_that_another_deployment_names_keeps_its_issue(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await helm.Get<DeploymentRegistry>().RegisterAsync(Sample.Deployment("deploy-2"), Cancellation);
        await ReportAsync(helm, 5.2m);

        Assert.True(await helm.Get<DeploymentRegistry>().RemoveAsync("deploy-1", Cancellation));
        Assert.Single(await OpenAsync(helm));

        Assert.True(await helm.Get<DeploymentRegistry>().RemoveAsync("deploy-2", Cancellation));
        Assert.Empty(await OpenAsync(helm));
    }

    private HealthReport WithAlarm(params Observation[] alarms) =>
        Sample.With(Sample.ErrorRate(Deployed, Clock.Now, null), alarms) with { Alarms = new(1, alarms.Length, 0) };
}
