using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Tests.Cloud;

/// <summary>What goes over the wire to AWS itself, and what comes back.</summary>
public sealed class WireTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("eu-central-1", "https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/api-lambda", "/eu-central-1/lambda/")]
    [InlineData("cn-north-1", "https://lambda.cn-north-1.amazonaws.com.cn/2015-03-31/functions/api-lambda", "/cn-north-1/lambda/")]
    public async Task Each_region_has_its_address_and_signs_for_itself(string region, string address, string scope)
    {
        var cloud = new CannedCloud((_, _) => CannedCloud.Say("""{"Configuration":{"State":"Active"}}"""));
        using var connection = cloud.Connect(region);

        var function = await connection.Lambda.GetFunctionAsync("api-lambda", Stop);

        Assert.Equal("Active", function.Configuration!.State);
        var request = Assert.Single(cloud.Requests);
        Assert.Equal(address, request.Address.ToString());
        Assert.Contains(scope, request.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_global_service_has_one_address_and_signs_as_us_east_1()
    {
        var cloud = new CannedCloud((_, _) => CannedCloud.Say(
            "<Distribution xmlns='http://cloudfront.amazonaws.com/doc/2020-05-31/'><Id>E1</Id><Status>Deployed</Status><DistributionConfig><Enabled>true</Enabled></DistributionConfig></Distribution>"));
        using var connection = cloud.Connect("eu-central-1");

        var distribution = await connection.CloudFront.GetDistributionAsync("E1", Stop);

        Assert.Equal(("Deployed", true), (distribution.Status, distribution.Enabled));
        var request = Assert.Single(cloud.Requests);
        Assert.Equal("https://cloudfront.amazonaws.com/2020-05-31/distribution/E1", request.Address.ToString());
        Assert.Contains("/us-east-1/cloudfront/", request.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arn_in_a_path_is_encoded_once()
    {
        var cloud = new CannedCloud((_, _) => CannedCloud.Say("""{"Configuration":{"State":"Active"}}"""));
        using var connection = cloud.Connect();

        await connection.Lambda.GetFunctionAsync("arn:aws:lambda:us-east-1:123456789012:function:f", Stop);

        Assert.DoesNotContain("%25", Assert.Single(cloud.Requests).Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.x#ThrottlingException:http://x","message":"slow"}""", "", "ThrottlingException")]
    [InlineData("""{"__type":"ValidationError","message":"bad"}""", "x-amzn-query-error=InvalidParameterValue;Sender", "InvalidParameterValue")]
    [InlineData("""{"Message":"bad"}""", "x-amzn-ErrorType=TooManyRequestsException:http://x", "TooManyRequestsException")]
    [InlineData("<ErrorResponse><Error><Code>DBInstanceNotFound</Code><Message>no</Message></Error></ErrorResponse>", "", "DBInstanceNotFound")]
    [InlineData("<Error><Code>SlowDown</Code></Error>", "", "SlowDown")]
    [InlineData("<html><body>502 <br> Bad Gateway", "", "")]
    [InlineData("<!DOCTYPE html><html><body>x</body></html>", "", "")]
    [InlineData("{\"__type\":", "", "")]
    [InlineData("{\"__type\":5}", "", "")]
    [InlineData("upstream connect error", "", "")]
    [InlineData("", "", "")]
    public void Errors_of_every_protocol_are_read_and_nothing_throws(string body, string header, string code)
    {
        var named = header.Split('=');

        var error = AwsErrors.Read(
            System.Text.Encoding.UTF8.GetBytes(body), name => name == named[0] && header.Length > 0 ? named[1] : null);

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task An_empty_page_of_log_events_with_a_token_is_not_the_end()
    {
        var cloud = new CannedCloud((_, body) => CannedCloud.Say(body.Contains("nextToken", StringComparison.Ordinal)
            ? """{"events":[{"timestamp":1777890900000,"message":"ERROR here"}]}"""
            : """{"events":[],"nextToken":"go on"}"""));
        using var connection = cloud.Connect();

        var events = await connection.Logs.FilterLogEventsAsync("/aws/lambda/f", "ERROR", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, Stop)
            .ToListAsync(Stop);

        Assert.Equal("ERROR here", Assert.Single(events).Message);
    }
}
