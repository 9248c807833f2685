using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>The practice company as it is, and with something wrong.</summary>
public sealed class StoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quiet_company_is_healthy_in_every_environment()
    {
        await using var practice = await Practice.StartAsync();

        var infrastructure = await practice.Infrastructure.CheckAsync(Deployments.OfCompany("infrastructure"), Stop);
        var services = await practice.Services.CheckAsync(Deployments.OfCompany("application"), Stop);

        Assert.All(infrastructure.Concat(services), report => Assert.True(report.Health == Health.Healthy, Describe(report)));
        Assert.Equal(12, infrastructure[0].Resources.Count);
        Assert.Equal(3, services[0].Resources.Count);
    }

    [Fact]
    public async Task Exhausted_connections_fail_65_of_1250_requests_which_is_five_point_two_percent()
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync("db-connections");

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            Deployments.OfCompany("infrastructure", "prod"), Stop));

        var lambda = report.Resources.Single(resource => resource.Resource.Name == "api-lambda");
        Assert.Equal(Health.Degraded, lambda.Health);
        Assert.Equal(1250, lambda.Metrics["invocations"]);
        Assert.Equal(65, lambda.Metrics["errors"]);
        Assert.Equal(5.2m, lambda.Metrics["error_rate"]);
        Assert.Equal(0.1m, lambda.Metrics["slo_error_rate"]);
        var errors = lambda.Observations.Single(one => one.Indicator == "error_rate");
        Assert.True(errors.SloBreach);
        Assert.Equal((65L, 1250L), (errors.RequestsAffected, errors.RequestsTotal));
        Assert.Equal(52, errors.BurnRate);
        var latency = lambda.Observations.Single(one => one.Indicator == "p95_latency");
        Assert.InRange(latency.Value!.Value, 4000, 6000);
        var connections = report.Resources.Single(resource => resource.Resource.Type == "rds")
            .Observations.Single(one => one.Indicator == "connection_utilization");
        Assert.Equal((Health.Degraded, 100m), (connections.Health, connections.Value));
        Assert.Equal(Health.Degraded, report.Health);
    }

    [Fact]
    public async Task A_service_below_its_desired_count_is_degraded()
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync("ecs-below-desired");

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            Deployments.OfCompany("infrastructure", "prod"), Stop));

        var observation = report.Resources.SelectMany(resource => resource.Observations)
            .Single(one => one.Indicator == "running_tasks" && one.Health != Health.Healthy);
        Assert.Equal(Health.Degraded, observation.Health);
        Assert.True(observation.Value < observation.Target);
    }

    [Theory]
    [InlineData("cache-hit-falling", "cache_hit_rate")]
    [InlineData("latency-after-deploy", "p95_latency")]
    public async Task Other_scenarios_show_in_the_indicator_that_they_are_about(string scenario, string indicator)
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync(scenario);

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            Deployments.OfCompany("infrastructure", "prod"), Stop));

        Assert.Contains(
            report.Resources.SelectMany(resource => resource.Observations),
            one => one.Indicator == indicator && one.Health == Health.Degraded);
    }

    [Fact]
    public async Task A_function_that_nobody_calls_is_healthy_and_has_no_error_rate()
    {
        await using var practice = await Practice.StartAsync();

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "nightly-report"))], Stop));

        var resource = Assert.Single(report.Resources);
        Assert.Equal(Health.Healthy, resource.Health);
        Assert.Equal(0, resource.Metrics["invocations"]);
        Assert.Null(resource.Metrics["error_rate"]);
    }

    [Fact]
    public async Task What_is_registered_and_does_not_exist_is_unhealthy()
    {
        await using var practice = await Practice.StartAsync();

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [
                Deployments.Of(
                    "prod",
                    new("lambda", "nobody"),
                    new("rds", "nobody"),
                    new("ecs", "shop/nobody"),
                    new("elasticache", "nobody"),
                    new("s3", "nobody"),
                    new("cloudfront", "NOBODY")),
            ],
            Stop));

        Assert.All(report.Resources, resource => Assert.Equal(
            Health.Unhealthy, resource.Observations.Single(one => one.Indicator == "status").Health));
    }

    [Fact]
    public async Task Alarms_are_counted_for_the_resources_of_the_deployment_only()
    {
        await using var practice = await Practice.StartAsync();

        var reports = await practice.Infrastructure.CheckAsync(
            [
                Deployments.Of("prod", new DeployedResource("lambda", "api-lambda")),
                Deployments.Of("prod", new DeployedResource("s3", "uploads")),
            ],
            Stop);

        Assert.Equal(new AlarmCounts(1, 0, 0), reports[0].Alarms);
        Assert.Equal(new AlarmCounts(0, 0, 0), reports[1].Alarms);
        Assert.Equal(1, await practice.Door.ArrivedAsync("monitoring:DescribeAlarms"));
    }

    [Fact]
    public async Task The_cheap_look_names_the_deployments_whose_alarms_fire()
    {
        await using var practice = await Practice.StartAsync();
        var deployments = Deployments.OfCompany("infrastructure");
        Assert.Empty(await practice.Infrastructure.AlarmedAsync(deployments, Stop));

        await practice.Door.ScenarioAsync("db-connections");

        Assert.Equal(["deploy-12345"], await practice.Infrastructure.AlarmedAsync(deployments, Stop));
    }

    [Fact]
    public async Task Only_the_enabled_checks_are_made()
    {
        await using var practice = await Practice.StartAsync();
        var deployment = Deployments.Of("prod", new DeployedResource("lambda", "api-lambda")) with
        {
            Monitoring = new() { EnabledChecks = [CheckKind.ResourceStatus] },
        };

        var report = Assert.Single(await practice.Infrastructure.CheckAsync([deployment], Stop));

        Assert.Equal(Health.Healthy, report.Health);
        Assert.Null(report.Alarms);
        Assert.Equal(0, await practice.Door.ArrivedAsync("monitoring:GetMetricData"));
        Assert.Equal(0, await practice.Door.ArrivedAsync("monitoring:DescribeAlarms"));
    }

    internal static string Describe(HealthReport report) => string.Join("; ", report.Resources
        .SelectMany(resource => resource.Observations
            .Where(one => one.Health != Health.Healthy)
            .Select(one => $"{report.DeploymentId} {resource.Resource.Name} {one.Indicator} {one.Health} {one.Value} {one.Note}")));
}
