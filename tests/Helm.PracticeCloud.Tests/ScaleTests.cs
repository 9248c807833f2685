using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class ScaleTests
{
    [Fact]
    public async Task Ten_thousand_functions_answer_five_hundred_queries_in_one_call()
    {
        await using var cloud = await CloudDriver.StartAsync(options => options with { GeneratedFunctions = 10_000 });
        var queries = Enumerable.Range(1, 500).Select(number => new
        {
            Id = $"q{number}",
            MetricStat = new
            {
                Metric = new { Namespace = "AWS/Lambda", MetricName = "Invocations", Dimensions = new[] { new { Name = "FunctionName", Value = $"generated-{number * 20:D5}" } } },
                Period = 300,
                Stat = "Sum",
            },
        });
        var end = cloud.Now.AddSeconds(-15).ToUnixTimeSeconds();
        var answer = await cloud.JsonAsync("monitoring", "GetMetricData", new { StartTime = end - 300, EndTime = end, MetricDataQueries = queries });
        var results = answer.GetProperty("MetricDataResults").EnumerateArray().ToArray();
        Assert.Equal(500, results.Length);
        Assert.All(results, result => Assert.True(result.GetProperty("Values")[0].GetDouble() > 100));
    }
}
