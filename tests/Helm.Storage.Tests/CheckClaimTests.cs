using Helm.Operations.Checks;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Storage.Tests;

public sealed class CheckClaimTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    private const int Deployments = 20;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_hosts_on_one_database_check_every_deployment_once(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 0.05m);
        var one = await StartAsync(provider);
        var other = await StartAsync(provider);
        await RegisterAsync(one);

        var applied = await Task.WhenAll(
            Task.Run(() => one.Get<HealthCheckRunner>().RunDueAsync(Cancellation), Cancellation),
            Task.Run(() => other.Get<HealthCheckRunner>().RunDueAsync(Cancellation), Cancellation));

        Assert.Equal(Deployments, applied.Sum());
        Assert.Equal(Deployments, Monitor.Checks.SelectMany(check => check).Distinct().Count());
        Assert.Equal(Deployments, Monitor.Checks.Sum(check => check.Count));
        Assert.Equal(0, await one.Get<HealthCheckRunner>().RunDueAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Each_deployment_is_checked_at_its_own_interval_and_not_when_switched_off(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 0.05m);
        var helm = await StartAsync(provider);
        var registry = helm.Get<DeploymentRegistry>();
        await registry.RegisterAsync(Sample.Deployment("usual"), Cancellation);
        await registry.RegisterAsync(
            Sample.Deployment("often") with { Monitoring = new() { HealthCheckInterval = TimeSpan.FromSeconds(30) } }, Cancellation);
        await registry.RegisterAsync(
            Sample.Deployment("never") with { Monitoring = new() { Enabled = false } }, Cancellation);
        var runner = helm.Get<HealthCheckRunner>();

        Assert.Equal(2, await runner.RunDueAsync(Cancellation));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await runner.RunDueAsync(Cancellation));
        Clock.Advance(minutes: 4.5);
        Assert.Equal(2, await runner.RunDueAsync(Cancellation));

        Assert.DoesNotContain("never", Monitor.Checks.SelectMany(check => check));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_claim_of_a_host_that_was_killed_runs_out_and_the_check_is_repeated(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 5.2m);
        var killed = await StartAsync(provider);
        await RegisterAsync(killed);
        var claims = await killed.Get<ICheckClaims>().ClaimDueAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal(Deployments, claims.Count);
        await killed.DisposeAsync();

        var next = await StartAsync(provider);
        Assert.Equal(0, await next.Get<HealthCheckRunner>().RunDueAsync(Cancellation));
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(Deployments, await next.Get<HealthCheckRunner>().RunDueAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_host_that_lost_its_claim_applies_nothing(Provider provider)
    {
        var helm = await StartAsync(provider);
        await helm.Get<DeploymentRegistry>().RegisterAsync(Sample.Deployment(), Cancellation);
        var claims = helm.Get<ICheckClaims>();
        var lost = Assert.Single(await claims.ClaimDueAsync(TimeSpan.FromSeconds(30), Cancellation));
        Clock.Advance(TimeSpan.FromSeconds(31));
        var held = Assert.Single(await claims.ClaimDueAsync(TimeSpan.FromSeconds(30), Cancellation));

        Assert.Equal(ReportOutcome.ClaimLost, await ApplyAsync(helm, lost));
        Assert.Equal(ReportOutcome.Applied, await ApplyAsync(helm, held));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_deployment_with_an_alarm_is_checked_at_once_and_alarms_are_read_once_an_interval(Provider provider)
    {
        Monitor.Finds = deployment => Sample.ErrorRate(deployment, Clock.Now, 5.2m);
        var helm = await StartAsync(provider);
        await RegisterAsync(helm);
        var runner = helm.Get<HealthCheckRunner>();
        await runner.RunDueAsync(Cancellation);
        Monitor.Alarmed.Add("deploy-7");
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, await runner.WatchAlarmsAsync(Cancellation));
        Assert.Equal(["deploy-7"], Monitor.Checks.Last());
        Assert.Equal(0, await runner.WatchAlarmsAsync(Cancellation));
        Clock.Advance(minutes: 1);
        Assert.Equal(1, await runner.WatchAlarmsAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_removed_deployment_takes_its_running_check_with_it(Provider provider)
    {
        var helm = await StartAsync(provider);
        await helm.Get<DeploymentRegistry>().RegisterAsync(Sample.Deployment(), Cancellation);
        var claim = Assert.Single(await helm.Get<ICheckClaims>().ClaimDueAsync(TimeSpan.FromSeconds(30), Cancellation));
        await helm.Get<DeploymentRegistry>().RemoveAsync("deploy-1", Cancellation);

        Assert.Equal(ReportOutcome.DeploymentGone, await ApplyAsync(helm, claim));
    }

    private Task<ReportOutcome> ApplyAsync(Installation helm, CheckClaim claim) =>
        helm.Get<IReportLedger>().ApplyAsync(
            Sample.ErrorRate(Sample.Deployment(), Clock.Now, 0.05m),
            Sample.Infrastructure,
            new(claim, Clock.Now.AddMinutes(5)),
            Cancellation);

    private static async Task RegisterAsync(Installation helm)
    {
        for (var number = 0; number < Deployments; number++)
        {
            var id = FormattableString.Invariant($"deploy-{number}");
            await helm.Get<DeploymentRegistry>().RegisterAsync(
                Sample.Deployment(id, new DeployedResource("lambda", id)), Cancellation);
        }
    }
}
