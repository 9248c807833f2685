using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>A fifth of all calls goes wrong, each time in another way.</summary>
public sealed class FaultTests
{
    private const int Passes = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Faults => new()
    {
        { "throttle", 11 },
        { "error500", 12 },
        { "error503", 13 },
        { "html", 14 },
        { "reset", 15 },
        { "truncated", 16 },
        { "partial", 17 },
        { "skew", 18 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_check_is_lost_or_doubled_and_nothing_broken_looks_healthy(string kind, int seed)
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync("db-connections");
        var deployments = Deployments.OfCompany("infrastructure");
        await practice.Door.SpoilAsync(new { kind, rate = 0.2, seed });

        var measured = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            var reports = await practice.Infrastructure.CheckAsync(deployments, Stop);

            Assert.Equal(deployments.Select(one => one.Id), reports.Select(one => one.DeploymentId));
            Assert.Equal(
                deployments.SelectMany(one => one.Resources), reports.SelectMany(one => one.Resources.Select(resource => resource.Resource)));
            Assert.NotEqual(Health.Healthy, reports[0].Health);
            var lambda = reports[0].Resources.Single(resource => resource.Resource.Name == "api-lambda");
            Assert.NotEqual(Health.Healthy, lambda.Health);
            Assert.Contains(lambda.Metrics.GetValueOrDefault("invocations"), new decimal?[] { null, 1250m });
            Assert.Contains(lambda.Metrics.GetValueOrDefault("errors"), new decimal?[] { null, 65m });
            measured += lambda.Metrics.GetValueOrDefault("error_rate") == 5.2m ? 1 : 0;
        }

        Assert.NotEqual(0, await practice.Door.SpoiledAsync());
        Assert.True(measured >= Passes / 2, $"Only {measured} of {Passes} passes got through the faults.");
    }

    [Fact]
    public async Task Calls_that_hang_are_given_up_and_asked_again()
    {
        await using var practice = await Practice.StartAsync(("CallTimeout", "1s"));
        await practice.Door.SpoilAsync(new { kind = "latency", delay_ms = 60000, rate = 0.2, seed = 3 });

        var reports = await practice.Infrastructure.CheckAsync(Deployments.OfCompany("infrastructure", "prod"), Stop);

        Assert.Equal(12, Assert.Single(reports).Resources.Count);
        Assert.NotEqual(0, await practice.Door.SpoiledAsync());
    }

    [Fact]
    public async Task Metrics_that_stay_partial_are_unknown_and_say_so()
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.SpoilAsync(new { kind = "partial", rate = 1.0 });

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            Deployments.OfCompany("infrastructure", "test"), Stop));

        var unknown = report.Resources.SelectMany(resource => resource.Observations)
            .Where(one => one.Health == Health.Unknown).ToArray();
        Assert.NotEmpty(unknown);
        Assert.All(unknown, one => Assert.Null(one.Value));
        Assert.Contains(unknown, one => one.Note!.StartsWith("CloudWatch ", StringComparison.Ordinal));
        Assert.Equal(Health.Unknown, report.Health);
    }

    [Fact]
    public async Task A_cloud_that_answers_nothing_leaves_everything_unknown_with_the_reason()
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.SpoilAsync(new { kind = "html", service = "monitoring", rate = 1.0 });
        await practice.Door.SpoilAsync(new { kind = "html", service = "lambda", rate = 1.0 });

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            Deployments.OfCompany("infrastructure", "test"), Stop));

        Assert.Null(report.Alarms);
        var lambdas = report.Resources.Where(resource => resource.Resource.Type == "lambda").ToArray();
        Assert.All(lambdas, resource => Assert.Equal(Health.Unknown, resource.Health));
        Assert.All(lambdas.SelectMany(resource => resource.Observations), one => Assert.NotNull(one.Note));
    }

    [Fact]
    public async Task A_throttled_page_of_metrics_costs_nothing_but_time()
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.SpoilAsync(new { kind = "throttle", service = "monitoring", operation = "GetMetricData", count = 5 });

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            Deployments.OfCompany("infrastructure", "test"), Stop));

        // Five attempts of the first call fail; the halves of its batch then succeed.
        Assert.True(report.Health == Health.Healthy, StoryTests.Describe(report));
        Assert.Equal(7, await practice.Door.ArrivedAsync("monitoring:GetMetricData"));
    }
}
