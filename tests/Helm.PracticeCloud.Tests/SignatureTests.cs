using System.Net;
using System.Text;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class SignatureTests
{
    private const string Identity = "Action=GetCallerIdentity&Version=2011-06-15";
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task A_signed_request_is_known_by_its_account()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var answer = await cloud.QueryAsync("sts", Identity);
        Assert.Equal("123456789012", answer.Descendants().Single(e => e.Name.LocalName == "Account").Value);
    }

    [Fact]
    public async Task A_body_that_was_changed_after_signing_is_refused()
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Http.BaseAddress) { Content = new StringContent(Identity + "&More=1", Encoding.UTF8, Form) };
        RequestSigner.Sign(request, Encoding.UTF8.GetBytes(Identity), "sts", "us-east-1", cloud.Account.AccessKeyId, cloud.Account.SecretAccessKey, cloud.Now);
        using var answer = await cloud.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<Code>SignatureDoesNotMatch</Code>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 nonsense")]
    [InlineData("Bearer abc")]
    [InlineData("")]
    public async Task A_request_that_is_not_signed_is_refused(string authorization)
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Http.BaseAddress) { Content = new StringContent(Identity, Encoding.UTF8, Form) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await cloud.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("sts", 403, "SignatureDoesNotMatch")]
    [InlineData("rds", 403, "SignatureDoesNotMatch")]
    [InlineData("monitoring", 400, "InvalidSignatureException")]
    [InlineData("lambda", 403, "InvalidSignatureException")]
    [InlineData("s3", 403, "RequestTimeTooSkewed")]
    [InlineData("cloudfront", 403, "SignatureDoesNotMatch")]
    public async Task A_clock_more_than_five_minutes_off_is_refused(string service, int status, string code)
    {
        await using var cloud = await CloudDriver.StartAsync();
        foreach (var off in new[] { -301, 301 })
        {
            var target = service == "monitoring" ? "GraniteServiceVersion20100801.DescribeAlarms" : null;
            using var answer = await cloud.SendAsync(service, HttpMethod.Post, "/", "{}", target: target, at: cloud.Now.AddSeconds(off));
            Assert.Equal(status, (int)answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(code, text + string.Join(' ', answer.Headers.TryGetValues("x-amzn-ErrorType", out var type) ? type : []));
        }

        using var inTime = await cloud.SendAsync("sts", HttpMethod.Post, "/", Identity, Form, at: cloud.Now.AddSeconds(-299));
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
    }

    [Fact]
    public async Task An_assumed_role_ends_when_its_time_is_over()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var answer = await cloud.QueryAsync("sts", "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A345678901234%3Arole%2FHelmReader&RoleSessionName=helm&DurationSeconds=900");
        string Of(string name) => answer.Descendants().Single(e => e.Name.LocalName == name).Value;
        var session = cloud.Account with { AccessKeyId = Of("AccessKeyId"), SecretAccessKey = Of("SecretAccessKey") };
        Assert.Contains("assumed-role/HelmReader/helm", await WhoAsync(cloud, session, Of("SessionToken")));
        Assert.Contains("InvalidClientTokenId", await WhoAsync(cloud, session, null));
        cloud.Time.Pass(TimeSpan.FromMinutes(16));
        Assert.Contains("ExpiredToken", await WhoAsync(cloud, session, Of("SessionToken")));
    }

    [Fact]
    public async Task A_service_that_is_not_played_is_named_in_the_error()
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var answer = await cloud.SendAsync("dynamodb", HttpMethod.Post, "/", "{}", target: "DynamoDB_20120810.ListTables");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("does not play dynamodb", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> WhoAsync(CloudDriver cloud, PracticeAccount key, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Http.BaseAddress) { Content = new StringContent(Identity, Encoding.UTF8, Form) };
        RequestSigner.Sign(request, Encoding.UTF8.GetBytes(Identity), "sts", "us-east-1", key.AccessKeyId, key.SecretAccessKey, cloud.Now, token);
        using var reply = await cloud.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
