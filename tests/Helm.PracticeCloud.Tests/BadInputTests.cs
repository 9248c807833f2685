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
}
