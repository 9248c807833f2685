using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class ScenarioTests
{
    private static readonly object[] NoEffects = [];
    private static readonly string[] Web = ["web"];

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { """{"name":"x","effect":[]}""", "effect", "could not be mapped" },
        { """{"name":"x","effects":[{"resource":"api-lambda","metric":"Errors","sett":1}]}""", "effects[0]", "sett" },
        { """{"description":"no name"}""", "document", "name" },
        { """{"name":"x","started_ago":"23 minutes"}""", "started_ago", "PT23M" },
        { """{"name":"x","environment":"moon"}""", "environment", "prod, staging, test" },
        { """{"name":"x","effects":[{"resource":"nobody","metric":"Errors","set":1}]}""", "effects[0].resource", "nobody" },
        { """{"name":"x","effects":[{"resource":"api-lambda","metric":"Colour","set":1}]}""", "effects[0].metric", "Invocations" },
        { """{"name":"x","effects":[{"resource":"api-lambda","metric":"Errors"}]}""", "effects[0]", "one of set" },
        { """{"name":"x","effects":[{"resource":"api-lambda","metric":"Errors","set":-1}]}""", "effects[0].set", "below 0" },
        { """{"name":"x","log_lines":[{"group":"/nowhere","message":"m","per_minute":1}]}""", "log_lines[0].group", "/aws/lambda/api-lambda" },
        { """{"name":"x","states":[{"resource":"web","set":{"colour":"red"}}]}""", "states[0].set.colour", "running_count" },
        { """{"name":"x","changes":[{"kind":"ecs_deployment","resource":"api-lambda"}]}""", "changes[0].resource", "api-lambda" },
        { """{"name":"x","clears_by":{"calls":[{"operation":"lambda:Restart"}]}}""", "clears_by.calls.operation", "lambda:UpdateAlias" },
        { """{"name":"x","clears_by":{"calls":[]}}""", "clears_by.calls", "empty" },
        { """{"name":"x","resources":{"lambdas":[{"name":"api-lambda"}]}}""", "api-lambda", "two resources" },
        { "not json", "document", "invalid" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_a_scenario_is_named_by_field_and_reason(string scenario, string field, string reason)
    {
        await using var cloud = await CloudDriver.StartAsync();
        var answer = await cloud.ControlAsync(HttpMethod.Post, "/scenarios", scenario, status: 400);
        Assert.Contains(field, answer.GetProperty("field").GetString());
        Assert.Contains(reason, answer.GetProperty("reason").GetString());
        Assert.Equal(0, (await cloud.ControlAsync(HttpMethod.Get, "/scenarios")).GetProperty("running").GetArrayLength());
    }

    [Fact]
    public async Task A_scenario_may_bring_its_own_resources_and_takes_them_away_again()
    {
        await using var cloud = await CloudDriver.StartAsync();
        await cloud.ControlAsync(HttpMethod.Post, "/scenarios", """
            {
              "name": "queue", "environment": "test", "started_ago": "PT10M",
              "resources": {
                "lambdas": [{ "name": "worker", "metrics": { "Invocations": { "level": 600, "noise": 0, "season": 0 } } }],
                "log_groups": [{ "name": "/aws/lambda/worker", "age": "PT10M" }],
                "alarms": [{ "name": "worker-failing", "resource": "worker", "metric": "Errors", "threshold": 0.1 }]
              },
              "effects": [{ "resource": "worker", "metric": "Errors", "set": 25 }],
              "log_lines": [{ "group": "/aws/lambda/worker", "level": "ERROR", "message": "Out of {choice:luck}", "per_minute": 150 }]
            }
            """);
        cloud.As("test");
        var end = cloud.Now.AddSeconds(-15);
        Assert.Equal([150], await cloud.LambdaAsync("worker", "Errors", "Sum", 60, end, TimeSpan.FromMinutes(1)));
        var alarms = await cloud.JsonAsync("monitoring", "DescribeAlarms", new { StateValue = "ALARM" });
        Assert.Equal("worker-failing", alarms.GetProperty("MetricAlarms")[0].GetProperty("AlarmName").GetString());
        await cloud.RestAsync(HttpMethod.Get, "/2015-03-31/functions/worker");

        await cloud.ControlAsync(HttpMethod.Delete, "/scenarios/queue", status: 204);
        await cloud.RestAsync(HttpMethod.Get, "/2015-03-31/functions/worker", status: 404);
        Assert.Empty(await cloud.LambdaAsync("worker", "Errors", "Sum", 60, end, TimeSpan.FromMinutes(1)));
        await cloud.ControlAsync(HttpMethod.Delete, "/scenarios/queue", status: 404);
    }

    [Fact]
    public async Task A_scenario_without_a_fault_changes_no_number()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var end = cloud.Now.AddSeconds(-15);
        var before = await cloud.LambdaAsync("api-lambda", "Duration", "p95", 60, end, TimeSpan.FromMinutes(10));
        await cloud.ControlAsync(HttpMethod.Post, "/scenarios", new { name = "calm", effects = NoEffects });
        Assert.Equal(before, await cloud.LambdaAsync("api-lambda", "Duration", "p95", 60, end, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task A_ramp_rises_and_a_recovery_falls_over_its_time()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { Resolution = TimeSpan.FromSeconds(10) });
        await cloud.ControlAsync(HttpMethod.Post, "/scenarios", """
            { "name": "busy", "effects": [{ "resource": "orders-db", "metric": "CPUUtilization", "set": 90, "ramp": "PT2M", "recovery": "PT2M" }] }
            """);
        async Task<double> CpuAsync() =>
            (await cloud.SeriesAsync("AWS/RDS", "CPUUtilization", "Average", 10, cloud.Now, TimeSpan.FromSeconds(10), ("DBInstanceIdentifier", "orders-db")))[0];
        cloud.Time.Pass(TimeSpan.FromSeconds(70));
        Assert.InRange(await CpuAsync(), 50, 75);
        cloud.Time.Pass(TimeSpan.FromSeconds(70));
        Assert.Equal(90, await CpuAsync());
        await cloud.ControlAsync(HttpMethod.Delete, "/scenarios/busy", status: 204);
        cloud.Time.Pass(TimeSpan.FromSeconds(70));
        Assert.InRange(await CpuAsync(), 50, 75);
        cloud.Time.Pass(TimeSpan.FromSeconds(70));
        Assert.InRange(await CpuAsync(), 20, 45);
    }

    [Fact]
    public async Task A_deployment_that_made_checkout_slow_is_mended_by_pointing_the_alias_back()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { Scenarios = ["latency-after-deploy"], Resolution = TimeSpan.FromSeconds(10) });
        async Task<double> P95Async() => (await cloud.LambdaAsync("checkout", "Duration", "p95", 10, cloud.Now, TimeSpan.FromSeconds(10)))[0];
        Assert.Equal(780, await P95Async(), 1);
        var alias = await cloud.RestAsync(HttpMethod.Get, "/2015-03-31/functions/checkout/aliases/live");
        Assert.Equal("42", alias.GetProperty("FunctionVersion").GetString());
        var versions = await cloud.RestAsync(HttpMethod.Get, "/2015-03-31/functions/checkout/versions");
        Assert.Contains("currency", versions.GetProperty("Versions")[3].GetProperty("Description").GetString());
        await cloud.RestAsync(HttpMethod.Put, "/2015-03-31/functions/checkout/aliases/live", new { FunctionVersion = "41" });
        cloud.Time.Pass(TimeSpan.FromSeconds(10));
        Assert.InRange(await P95Async(), 100, 200);
    }

    [Fact]
    public async Task Tasks_that_hang_are_replaced_by_a_new_deployment()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { Scenarios = ["ecs-below-desired"], TimeScale = 20 });
        async Task<(int Running, int Desired)> WebAsync()
        {
            var web = (await cloud.JsonAsync("ecs", "DescribeServices", new { cluster = "shop", services = Web })).GetProperty("services")[0];
            return (web.GetProperty("runningCount").GetInt32(), web.GetProperty("desiredCount").GetInt32());
        }

        Assert.Equal((2, 4), await WebAsync());
        await cloud.JsonAsync("ecs", "UpdateService", new { cluster = "shop", service = "web", forceNewDeployment = true });
        cloud.Time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal((4, 4), await WebAsync());
    }

    [Fact]
    public async Task A_falling_cache_hit_rate_is_mended_by_an_invalidation()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { Scenarios = ["cache-hit-falling"], Resolution = TimeSpan.FromSeconds(10) });
        async Task<double> RateAsync() => (await cloud.SeriesAsync("AWS/CloudFront", "CacheHitRate", "Average", 10, cloud.Now, TimeSpan.FromSeconds(10),
            ("DistributionId", "E2PRACTICECDN1"), ("Region", "Global")))[0];
        Assert.Equal(65, await RateAsync());
        using var answer = await cloud.SendAsync("cloudfront", HttpMethod.Post, "/2020-05-31/distribution/E2PRACTICECDN1/invalidation",
            "<InvalidationBatch><Paths><Quantity>1</Quantity><Items><Path>/*</Path></Items></Paths><CallerReference>1</CallerReference></InvalidationBatch>", "application/xml");
        Assert.Equal(201, (int)answer.StatusCode);
        cloud.Time.Pass(TimeSpan.FromSeconds(10));
        Assert.InRange(await RateAsync(), 90, 94);
    }

    [Fact]
    public async Task A_scenario_in_force_is_not_started_twice()
    {
        await using var cloud = await CloudDriver.StartAsync();
        await cloud.ControlAsync(HttpMethod.Post, "/scenarios/db-connections");
        var answer = await cloud.ControlAsync(HttpMethod.Post, "/scenarios/db-connections", status: 400);
        Assert.Contains("in force already", answer.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_control_door_reads_no_files()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var answer = await cloud.ControlAsync(HttpMethod.Post, "/scenarios/" + Uri.EscapeDataString("../practice/company"), status: 400);
        Assert.Contains("is not one of", answer.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_scenario_is_taken_from_a_file_anywhere()
    {
        var file = Path.Combine(Path.GetTempPath(), $"scenario-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{"name":"own","started_ago":"PT10M","effects":[{"resource":"payment","metric":"Errors","set":100}]}""", TestContext.Current.CancellationToken);
        try
        {
            await using var cloud = await CloudDriver.StartAsync(options => options with { Scenarios = [file] });
            Assert.Equal([1], await cloud.LambdaAsync("payment", "Errors", "Average", 60, cloud.Now.AddSeconds(-15), TimeSpan.FromMinutes(1)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_scenario_that_is_not_there_is_said_at_the_start()
    {
        var error = await Assert.ThrowsAsync<DataFileException>(() => CloudDriver.StartAsync(options => options with { Scenarios = ["nothing-like-it"] }));
        Assert.Contains("db-connections", error.Reason);
    }
}
