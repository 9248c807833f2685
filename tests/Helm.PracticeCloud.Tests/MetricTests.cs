using System.Globalization;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class MetricTests
{
    [Fact]
    public async Task Json_and_query_tell_the_same_numbers()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var end = cloud.Now.AddSeconds(-15);
        var json = await cloud.LambdaAsync("checkout", "Duration", "p95", 60, end, TimeSpan.FromMinutes(3));
        var xml = await cloud.QueryAsync("monitoring",
            $"Action=GetMetricData&Version=2010-08-01&StartTime={end.AddMinutes(-3):yyyy-MM-ddTHH:mm:ssZ}&EndTime={end:yyyy-MM-ddTHH:mm:ssZ}"
            + "&MetricDataQueries.member.1.Id=a&MetricDataQueries.member.1.MetricStat.Metric.Namespace=AWS%2FLambda&MetricDataQueries.member.1.MetricStat.Metric.MetricName=Duration"
            + "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name=FunctionName&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value=checkout"
            + "&MetricDataQueries.member.1.MetricStat.Period=60&MetricDataQueries.member.1.MetricStat.Stat=p95");
        var values = xml.Descendants().Single(e => e.Name.LocalName == "Values").Elements().Select(e => double.Parse(e.Value, CultureInfo.InvariantCulture));
        Assert.Equal(3, json.Count);
        Assert.Equal(json, values);
    }

    [Fact]
    public async Task The_same_moment_has_the_same_numbers_in_another_run()
    {
        await using var one = await CloudDriver.StartAsync();
        await using var other = await CloudDriver.StartAsync();
        var end = one.Now.AddHours(-3);
        var first = await one.LambdaAsync("payment", "Invocations", "Sum", 60, end, TimeSpan.FromMinutes(30));
        Assert.Equal(first, await other.LambdaAsync("payment", "Invocations", "Sum", 60, end, TimeSpan.FromMinutes(30)));
        Assert.True(first.Distinct().Count() > 3, "the numbers stray");
    }

    [Fact]
    public async Task Longer_periods_hold_the_sum_of_the_shorter()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var end = cloud.Now.AddSeconds(-15);
        var hour = await cloud.LambdaAsync("user-auth", "Invocations", "Sum", 3600, end, TimeSpan.FromHours(1));
        var minutes = await cloud.LambdaAsync("user-auth", "Invocations", "Sum", 60, end, TimeSpan.FromHours(1));
        Assert.Equal(60, minutes.Count);
        Assert.Equal(hour[0], minutes.Sum());
    }

    [Fact]
    public async Task The_future_has_no_datapoints_and_neither_has_a_slot_that_is_not_over()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var values = await cloud.LambdaAsync("payment", "Invocations", "Sum", 60, cloud.Now.AddMinutes(30), TimeSpan.FromMinutes(32).Add(TimeSpan.FromSeconds(15)));
        Assert.Equal(2, values.Count);
    }

    [Fact]
    public async Task Minutes_are_kept_for_fifteen_days_and_hours_for_longer()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var past = cloud.Now.AddDays(-20);
        Assert.Empty(await cloud.LambdaAsync("payment", "Invocations", "Sum", 60, past, TimeSpan.FromHours(1)));
        Assert.NotEmpty(await cloud.LambdaAsync("payment", "Invocations", "Sum", 3600, past, TimeSpan.FromHours(3)));
    }

    [Fact]
    public async Task The_share_of_failures_is_the_average_of_errors()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { Scenarios = ["db-connections"] });
        var end = cloud.Now.AddSeconds(-15);
        Assert.Equal(0.052, (await cloud.LambdaAsync("api-lambda", "Errors", "Average", 300, end, TimeSpan.FromMinutes(5)))[0], 6);
        Assert.Equal([1], await cloud.LambdaAsync("api-lambda", "Errors", "Maximum", 300, end, TimeSpan.FromMinutes(5)));
        Assert.Equal([1250], await cloud.LambdaAsync("api-lambda", "Errors", "SampleCount", 300, end, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task A_period_across_the_onset_holds_both_worlds()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { Scenarios = ["db-connections"] });
        // The onset was 23 minutes ago at 11:37; this window is from 11:34:00 to 11:39:00.
        var end = new DateTimeOffset(2026, 3, 4, 11, 39, 0, TimeSpan.Zero);
        var errors = await cloud.LambdaAsync("api-lambda", "Errors", "Sum", 300, end, TimeSpan.FromMinutes(5));
        Assert.Equal([26], errors);
        var median = await cloud.LambdaAsync("api-lambda", "Duration", "p50", 300, end, TimeSpan.FromMinutes(5));
        Assert.InRange(median[0], 100, 899);
    }
}
