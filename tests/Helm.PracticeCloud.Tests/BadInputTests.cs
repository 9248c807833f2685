using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("monitoring", "/", "{", "application/x-amz-json-1.0", "GraniteServiceVersion20100801.DescribeAlarms")]
    [InlineData("monitoring", "/", "[]", "application/x-amz-json-1.0", "GraniteServiceVersion20100801.GetMetricData")]
    [InlineData("monitoring", "/", "{\"StartTime\":\"x\"}", "application/x-amz-json-1.0", "GraniteServiceVersion20100801.GetMetricData")]
    [InlineData("logs", "/", "{\"logGroupName\":7,\"nextToken\":\"%%\"}", "application/x-amz-json-1.1", "Logs_20140328.FilterLogEvents")]
    [InlineData("logs", "/", "{\"logGroupName\":\"/aws/lambda/payment\",\"filterPattern\":\"%(%\"}", "application/x-amz-json-1.1", "Logs_20140328.FilterLogEvents")]
    [InlineData("rds", "/", "Action=ModifyDBParameterGroup&DBParameterGroupName=prod-params&Parameters=x", "application/x-www-form-urlencoded", null)]
    [InlineData("rds", "/", "a.b.c.d.e.f.g.h.i.j.k.l.m.n=1", "application/x-www-form-urlencoded", null)]
    [InlineData("cloudfront", "/2020-05-31/distribution/E2PRACTICECDN1/invalidation", "<a", "application/xml", null)]
    [InlineData("cloudfront", "/2020-05-31/distribution/E2PRACTICECDN1/invalidation", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "application/xml", null)]
    [InlineData("lambda", "/2015-03-31/functions/%3A%3A/versions", "{}", "application/json", null)]
    [InlineData("lambda", "/nowhere", "{}", "application/json", null)]
    public async Task Bad_input_is_refused_and_breaks_nothing(string service, string path, string body, string contentType, string? target)
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var answer = await cloud.SendAsync(service, HttpMethod.Post, path, body, contentType, target);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task A_body_of_five_megabytes_is_refused()
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Http.BaseAddress) { Content = new ByteArrayContent(new byte[5 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true;
        using var answer = await cloud.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_list_of_events_over_an_absurd_duration_is_the_list_of_what_is_kept()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var answer = await cloud.QueryAsync("rds", "Action=DescribeEvents&Version=2014-10-31&Duration=2147483647");
        Assert.Equal(2, answer.Descendants().Count(e => e.Name.LocalName == "Event"));
    }
}
