using System.Diagnostics;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData("throttle", "sts", 400, "<Code>Throttling</Code>")]
    [InlineData("throttle", "lambda", 429, "Rate exceeded")]
    [InlineData("throttle", "s3", 503, "<Code>SlowDown</Code>")]
    [InlineData("throttle", "monitoring", 400, "ThrottlingException")]
    [InlineData("error500", "rds", 500, "<Code>InternalFailure</Code>")]
    [InlineData("error500", "lambda", 500, "failed because of an unknown error")]
    [InlineData("error503", "ecs", 503, "ServiceUnavailable")]
    [InlineData("html", "cloudfront", 502, "<html>")]
    [InlineData("skew", "sts", 403, "Signature expired")]
    public async Task A_fault_answers_in_the_shape_of_the_protocol(string kind, string service, int status, string text)
    {
        await using var cloud = await CloudDriver.StartAsync();
        await cloud.ControlAsync(HttpMethod.Post, "/faults", new { kind, service });
        using var answer = await AskAsync(cloud, service);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        if (service == "lambda" && kind == "throttle")
        {
            Assert.Equal(["TooManyRequestsException"], answer.Headers.GetValues("x-amzn-ErrorType"));
        }

        await cloud.ControlAsync(HttpMethod.Delete, "/faults");
        using var healed = await AskAsync(cloud, service);
        Assert.True(healed.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("truncated")]
    public async Task A_broken_connection_never_looks_like_an_answer(string kind)
    {
        await using var cloud = await CloudDriver.StartAsync();
        await cloud.ControlAsync(HttpMethod.Post, "/faults", new { kind, count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(cloud, "rds"));
        using var next = await AskAsync(cloud, "rds");
        Assert.True(next.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_fault_for_one_in_five_calls_hits_the_same_calls_in_every_run()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var cloud = await CloudDriver.StartAsync();
            await cloud.ControlAsync(HttpMethod.Post, "/faults", new { kind = "error503", rate = 0.2, seed = 11 });
            var outcome = "";
            for (var call = 0; call < 100; call++)
            {
                using var answer = await AskAsync(cloud, "sts");
                outcome += answer.IsSuccessStatusCode ? '.' : 'x';
            }

            runs.Add(outcome);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.InRange(runs[0].Count(c => c == 'x'), 10, 32);
    }

    [Fact]
    public async Task A_lost_answer_to_a_change_leaves_the_change_done()
    {
        await using var cloud = await CloudDriver.StartAsync();
        await cloud.ControlAsync(HttpMethod.Post, "/faults", new { kind = "reset", operation = "UpdateFunctionConfiguration", after = true, count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            cloud.SendAsync("lambda", HttpMethod.Put, "/2015-03-31/functions/payment/configuration", """{"Description":"done"}"""));
        var now = await cloud.RestAsync(HttpMethod.Get, "/2015-03-31/functions/payment/configuration");
        Assert.Equal("done", now.GetProperty("Description").GetString());
        var stats = await cloud.ControlAsync(HttpMethod.Get, "/stats");
        Assert.Equal(1, stats.GetProperty("calls").GetProperty("lambda:UpdateFunctionConfiguration").GetInt32());
        Assert.Equal("done", stats.GetProperty("mutations")[0].GetProperty("outcome").GetString());
        Assert.Equal("payment", stats.GetProperty("mutations")[0].GetProperty("parameters").GetProperty("FunctionName").GetString());
        await cloud.ControlAsync(HttpMethod.Delete, "/stats", status: 204);
        Assert.Empty((await cloud.ControlAsync(HttpMethod.Get, "/stats")).GetProperty("calls").EnumerateObject());
    }

    [Fact]
    public async Task Latency_delays_and_then_answers()
    {
        await using var cloud = await CloudDriver.StartAsync();
        await cloud.ControlAsync(HttpMethod.Post, "/faults", new { kind = "latency", delay_ms = 150, count = 1 });
        var watch = Stopwatch.StartNew();
        using var answer = await AskAsync(cloud, "sts");
        Assert.True(answer.IsSuccessStatusCode);
        // Timers may fire a few milliseconds early.
        Assert.True(watch.ElapsedMilliseconds >= 130);
    }

    [Theory]
    [InlineData("""{"kind":"storm"}""", "kind")]
    [InlineData("""{"kind":"throttle","rate":2}""", "rate")]
    [InlineData("""{"kind":"latency"}""", "delay_ms")]
    [InlineData("""{"kind":"throttle","service":"moon"}""", "operation")]
    [InlineData("""{"kind":"partial","operation":"ListMetrics"}""", "operation")]
    [InlineData("""{"kind":"throttle","ratio":1}""", "ratio")]
    public async Task A_fault_that_cannot_be_is_refused(string fault, string field)
    {
        await using var cloud = await CloudDriver.StartAsync();
        var answer = await cloud.ControlAsync(HttpMethod.Post, "/faults", fault, status: 400);
        Assert.Contains(field, answer.GetProperty("error").GetString());
    }

    private static Task<HttpResponseMessage> AskAsync(CloudDriver cloud, string service) => service switch
    {
        "lambda" => cloud.SendAsync("lambda", HttpMethod.Get, "/2015-03-31/functions"),
        "s3" => cloud.SendAsync("s3", HttpMethod.Get, "/"),
        "cloudfront" => cloud.SendAsync("cloudfront", HttpMethod.Get, "/2020-05-31/distribution"),
        "monitoring" => cloud.SendAsync("monitoring", HttpMethod.Post, "/", "{}", "application/x-amz-json-1.0", "GraniteServiceVersion20100801.DescribeAlarms"),
        "ecs" => cloud.SendAsync("ecs", HttpMethod.Post, "/", "{}", "application/x-amz-json-1.1", "AmazonEC2ContainerServiceV20141113.ListClusters"),
        "rds" => cloud.SendAsync("rds", HttpMethod.Post, "/", "Action=DescribeDBInstances&Version=2014-10-31", "application/x-www-form-urlencoded"),
        _ => cloud.SendAsync("sts", HttpMethod.Post, "/", "Action=GetCallerIdentity&Version=2011-06-15", "application/x-www-form-urlencoded"),
    };
}
