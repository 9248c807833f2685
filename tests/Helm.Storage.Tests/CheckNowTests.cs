using Helm.Operations.Checks;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Storage.Tests;

public sealed class CheckNowTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_first_check_of_a_deployment_answers_with_its_report(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 5.2m);
        var helm = await DeployedAsync(provider);

        var result = await helm.Get<HealthCheckRunner>().CheckNowAsync("deploy-1", Long, Cancellation);

        var report = Assert.IsType<CheckNowResult.Checked>(result).Report;
        Assert.Equal("DEGRADED", report.Status);
        Assert.Equal(new HealthSummary(1, 0, 1, 0), report.Summary);
        Assert.Equal("infra-001", report.Resources[0].IssueCreated);
        Assert.Equal(5.2m, report.Resources[0].Metrics["error_rate"]);
    }

    [Fact]
    public async Task An_unknown_deployment_is_named()
    {
        var helm = await DeployedAsync(Provider.Sqlite);

        var result = await helm.Get<HealthCheckRunner>().CheckNowAsync("deploy-9", Long, Cancellation);

        Assert.Equal(new CheckNowResult.UnknownDeployment("deploy-9"), result);
    }

    [Fact]
    public async Task A_check_that_does_not_end_in_time_is_unknown_and_leaves_no_claim()
    {
        Monitor.Meanwhile = cancellation => Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        var helm = await DeployedAsync(Provider.Sqlite);
        var runner = helm.Get<HealthCheckRunner>();

        var result = await runner.CheckNowAsync("deploy-1", TimeSpan.FromMilliseconds(300), Cancellation);

        var report = Assert.IsType<CheckNowResult.TimedOut>(result).Report;
        Assert.Equal("UNKNOWN", report.Status);
        Assert.Equal("The check did not finish within 0.3 seconds.", report.Reason);
        Monitor.Meanwhile = _ => Task.CompletedTask;
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 0.05m);
        Assert.Equal(1, await runner.RunDueAsync(Cancellation));
    }

    [Fact]
    public async Task A_monitor_that_fails_makes_unknown_and_not_healthy()
    {
        Monitor.Finds = _ => throw new InvalidOperationException("no route to the cloud");
        var helm = await DeployedAsync(Provider.Sqlite);

        await helm.Get<HealthCheckRunner>().RunDueAsync(Cancellation);

        var report = Assert.Single(await helm.Get<IReportReader>().LatestAsync(Cancellation));
        Assert.Equal(Health.Unknown, report.Health);
        Assert.Equal("The check failed: no route to the cloud", report.Resources[0].Observations[0].Note);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_check_on_request_waits_for_the_one_that_runs_instead_of_doubling_it(Provider provider)
    {
        var going = new TaskCompletionSource();
        var enough = new TaskCompletionSource();
        Monitor.Meanwhile = async _ =>
        {
            going.SetResult();
            await enough.Task;
        };
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 0.05m);
        var helm = await DeployedAsync(provider);
        var running = helm.Get<HealthCheckRunner>().RunDueAsync(Cancellation);
        await going.Task;

        var asked = helm.Get<HealthCheckRunner>().CheckNowAsync("deploy-1", Long, Cancellation);
        enough.SetResult();

        Assert.Equal(1, await running);
        Assert.Equal("HEALTHY", Assert.IsType<CheckNowResult.Checked>(await asked).Report.Status);
        Assert.Single(Monitor.Checks);
    }

    private async Task<Installation> DeployedAsync(Provider provider)
    {
        var helm = await StartAsync(provider);
        await helm.Get<DeploymentRegistry>().RegisterAsync(Sample.Deployment(), Cancellation);
        return helm;
    }
}
