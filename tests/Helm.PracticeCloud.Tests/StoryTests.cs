using System.Text.Json;
using System.Xml.Linq;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

/// <summary>The specification's story: a database without connections behind a failing Lambda.</summary>
public sealed class StoryTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static Task<CloudDriver> StoryAsync(int resolution = 60) =>
        CloudDriver.StartAsync(options => options with { Scenarios = ["db-connections"], Resolution = TimeSpan.FromSeconds(resolution), TimeScale = 20 });

    [Theory]
    [InlineData(60)]
    [InlineData(10)]
    [InlineData(1)]
    public async Task Every_five_minutes_since_the_onset_hold_1250_requests_and_65_errors(int resolution)
    {
        await using var cloud = await StoryAsync(resolution);
        var minute = cloud.Now.AddSeconds(-cloud.Now.Second);
        for (var back = 0; back <= 17; back++)
        {
            var end = minute.AddMinutes(-back);
            Assert.Equal([1250], await cloud.LambdaAsync("api-lambda", "Invocations", "Sum", 300, end, FiveMinutes));
            Assert.Equal([65], await cloud.LambdaAsync("api-lambda", "Errors", "Sum", 300, end, FiveMinutes));
            Assert.Equal([13, 13, 13, 13, 13], await cloud.LambdaAsync("api-lambda", "Errors", "Sum", 60, end, FiveMinutes));
        }

        Assert.Equal([5000], await cloud.LambdaAsync("api-lambda", "Duration", "p95", 300, minute, FiveMinutes));
        Assert.Equal([100], await cloud.SeriesAsync("AWS/RDS", "DatabaseConnections", "Maximum", 300, minute, FiveMinutes, ("DBInstanceIdentifier", "orders-db")));
    }

    [Fact]
    public async Task Ten_second_periods_add_up_to_the_same_errors()
    {
        await using var cloud = await StoryAsync(resolution: 10);
        var end = cloud.Now.AddSeconds(-5);
        var parts = await cloud.LambdaAsync("api-lambda", "Invocations", "Sum", 10, end, TimeSpan.FromMinutes(1));
        Assert.Equal(6, parts.Count);
        Assert.Equal(250, parts.Sum());
        Assert.Equal(13, (await cloud.LambdaAsync("api-lambda", "Errors", "Sum", 10, end, TimeSpan.FromMinutes(1))).Sum());
    }

    [Fact]
    public async Task The_log_says_what_failed_45_times_15_times_and_5_times()
    {
        await using var cloud = await StoryAsync();
        var minute = cloud.Now.AddSeconds(-cloud.Now.Second);
        foreach (var (pattern, times) in new[] { ("DatabaseConnectionTimeout", 45), ("ValidationError", 15), ("UnauthorizedAccess", 5), ("ERROR", 65) })
        {
            var found = await cloud.JsonAsync("logs", "FilterLogEvents", new
            {
                logGroupName = "/aws/lambda/api-lambda",
                startTime = minute.AddMinutes(-5).ToUnixTimeMilliseconds(),
                endTime = minute.ToUnixTimeMilliseconds() - 1,
                filterPattern = pattern,
            });
            Assert.Equal(times, found.GetProperty("events").GetArrayLength());
        }
    }

    [Fact]
    public async Task One_alarm_rings_ten_are_quiet_and_one_has_no_data()
    {
        await using var cloud = await StoryAsync();
        Assert.Equal(["ALARM 1", "INSUFFICIENT_DATA 1", "OK 10"], await AlarmsAsync(cloud));
    }

    [Fact]
    public async Task Without_a_scenario_no_alarm_rings()
    {
        await using var cloud = await CloudDriver.StartAsync();
        Assert.Equal(["INSUFFICIENT_DATA 1", "OK 11"], await AlarmsAsync(cloud));
    }

    [Fact]
    public async Task More_connections_and_then_a_restart_mend_it_at_once()
    {
        await using var cloud = await StoryAsync(resolution: 10);
        await RaiseAsync(cloud, 200);
        cloud.Time.Pass(TimeSpan.FromSeconds(30));
        Assert.NotEqual([0], await LastTenSecondsAsync(cloud));

        await RestartAsync(cloud);
        cloud.Time.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal([0], await LastTenSecondsAsync(cloud));
        Assert.True((await cloud.LambdaAsync("api-lambda", "Duration", "p95", 10, cloud.Now, TimeSpan.FromSeconds(10)))[0] < 200);
        Assert.Equal(["INSUFFICIENT_DATA 1", "OK 11"], await AlarmsAsync(cloud));

        var status = (await cloud.ControlAsync(HttpMethod.Get, "/scenarios")).GetProperty("running")[0];
        Assert.Equal(2, status.GetProperty("clearing_calls_seen").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, status.GetProperty("cleared_at").ValueKind);
    }

    [Fact]
    public async Task A_restart_before_the_connections_are_raised_does_not_mend_it()
    {
        await using var cloud = await StoryAsync(resolution: 10);
        await RestartAsync(cloud);
        await RaiseAsync(cloud, 200);
        cloud.Time.Pass(TimeSpan.FromSeconds(20));
        Assert.NotEqual([0], await LastTenSecondsAsync(cloud));
    }

    [Fact]
    public async Task Too_few_connections_do_not_mend_it()
    {
        await using var cloud = await StoryAsync(resolution: 10);
        await RaiseAsync(cloud, 120);
        await RestartAsync(cloud);
        cloud.Time.Pass(TimeSpan.FromSeconds(20));
        Assert.NotEqual([0], await LastTenSecondsAsync(cloud));
    }

    [Fact]
    public async Task The_same_calls_in_another_environment_do_not_mend_it()
    {
        await using var cloud = await StoryAsync(resolution: 10);
        cloud.As("staging");
        await RestartAsync(cloud);
        cloud.As("prod");
        await RaiseAsync(cloud, 200);
        cloud.Time.Pass(TimeSpan.FromSeconds(20));
        Assert.NotEqual([0], await LastTenSecondsAsync(cloud));
    }

    private static Task<IReadOnlyList<double>> LastTenSecondsAsync(CloudDriver cloud) =>
        cloud.LambdaAsync("api-lambda", "Errors", "Sum", 10, cloud.Now, TimeSpan.FromSeconds(10));

    private static Task<XElement> RaiseAsync(CloudDriver cloud, int connections) => cloud.QueryAsync("rds",
        "Action=ModifyDBParameterGroup&Version=2014-10-31&DBParameterGroupName=prod-params&Parameters.Parameter.1.ParameterName=max_connections"
        + $"&Parameters.Parameter.1.ParameterValue={connections}&Parameters.Parameter.1.ApplyMethod=immediate");

    private static Task<JsonElement> RestartAsync(CloudDriver cloud) =>
        cloud.RestAsync(HttpMethod.Put, "/2015-03-31/functions/api-lambda/configuration", new { Description = "Restarted" });

    private static async Task<string[]> AlarmsAsync(CloudDriver cloud)
    {
        var alarms = (await cloud.JsonAsync("monitoring", "DescribeAlarms", new { MaxRecords = 100 })).GetProperty("MetricAlarms");
        return [.. alarms.EnumerateArray().GroupBy(alarm => alarm.GetProperty("StateValue").GetString()).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal)];
    }
}
