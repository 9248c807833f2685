using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Only configured accounts and known regions are asked, by credentials that are of that account.</summary>
public sealed class PlaceTests
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:api-lambda";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("arn:aws:lambda:us-east-9:123456789012:function:api-lambda", "no region that the AWS SDK knows")]
    [InlineData("arn:aws:lambda:evil.example.com#:123456789012:function:api-lambda", "no region that the AWS SDK knows")]
    [InlineData("arn:aws-cn:lambda:us-east-1:123456789012:function:api-lambda", "belongs to aws")]
    [InlineData("arn:aws:lambda:cn-north-1:123456789012:function:api-lambda", "belongs to aws-cn")]
    [InlineData("arn:aws:lambda:us-east-1:999999999999:function:api-lambda", "account 999999999999, which no environment has")]
    [InlineData("api-lambda", "is no ARN")]
    public async Task What_must_not_be_asked_is_unknown_without_a_request(string arn, string reason)
    {
        await using var practice = await Practice.StartAsync();

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "api-lambda", arn))], Stop));

        AssertUnknown(report, reason);
        Assert.Empty(practice.Calls.Snapshot());
    }

    [Fact]
    public async Task An_environment_that_is_not_configured_is_unknown_and_says_what_to_set()
    {
        await using var practice = await Practice.StartAsync();

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("qa", new DeployedResource("lambda", "api-lambda"))], Stop));

        AssertUnknown(report, "add Helm:Cloud:Environments:qa with Account and Region");
        Assert.Empty(practice.Calls.Snapshot());
    }

    [Fact]
    public async Task A_resource_is_asked_in_the_account_of_its_arn()
    {
        await using var practice = await Practice.StartAsync();
        var staging = Function.Replace("123456789012", "234567890123", StringComparison.Ordinal);

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new("lambda", "api-lambda", Function), new("lambda", "api-lambda", staging))], Stop));

        Assert.Equal(Health.Healthy, report.Health);
        Assert.Equal(2, await practice.Door.ArrivedAsync("monitoring:GetMetricData"));
    }

    [Fact]
    public async Task Alarms_that_were_not_all_read_are_not_counted()
    {
        await using var practice = await Practice.StartAsync();
        var foreign = Function.Replace("123456789012", "999999999999", StringComparison.Ordinal);

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new("lambda", "api-lambda", Function), new("lambda", "api-lambda", foreign))], Stop));

        Assert.Null(report.Alarms);
    }

    [Fact]
    public async Task Credentials_of_another_account_are_found_out_before_anything_is_asked()
    {
        await using var practice = await Practice.StartAsync(
            ("Environments:prod:Account", "111111111111"),
            ("Environments:prod:Role", "arn:aws:iam::123456789012:role/HelmReader"));

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "api-lambda"))], Stop));

        AssertUnknown(report, "are of account 123456789012, not 111111111111");
        Assert.DoesNotContain(practice.Calls.Snapshot(), count => count.Service != "STS");
    }

    [Fact]
    public async Task Without_credentials_everything_is_unknown_and_says_what_to_set()
    {
        await using var practice = await Practice.StartAsync(
            ("SharedFolder", "nowhere"),
            ("Environments:prod:Account", "123456789012"),
            ("Environments:prod:Region", "us-east-1"),
            ("Environments:prod:Profile", "helm-profile-that-nobody-has"));

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "api-lambda"))], Stop));

        AssertUnknown(report, "No AWS credentials for account 123456789012 (prod)");
        AssertUnknown(report, "Helm:Cloud:Environments:prod:Profile");
        Assert.Empty(practice.Calls.Snapshot());
    }

    [Fact]
    public async Task The_default_chain_is_followed_and_its_emptiness_explained()
    {
        await using var practice = await Practice.StartAsync(
            ("SharedFolder", "nowhere"), ("Environments:prod:Account", "123456789012"), ("Environments:prod:Region", "us-east-1"));
        using var nothing = new AwsEnvironment();

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "api-lambda"))], Stop));
        AssertUnknown(report, "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");

        nothing.Set("AWS_ACCESS_KEY_ID", "AKIDPRACTICEPROD0001");
        nothing.Set("AWS_SECRET_ACCESS_KEY", "practice-prod-secret-not-for-real-use-01");
        report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "api-lambda"))], Stop));
        Assert.True(report.Health == Health.Healthy, StoryTests.Describe(report));
    }

    [Fact]
    public async Task Keys_that_aws_does_not_accept_are_named_by_their_code_and_not_shown()
    {
        using var keys = new AwsEnvironment();
        keys.Set("HELM_TEST_KEY", "AKIDPRACTICEPROD0001");
        keys.Set("HELM_TEST_SECRET", "wrong-secret");
        await using var practice = await Practice.StartAsync(
            ("SharedFolder", "nowhere"),
            ("Environments:prod:Account", "123456789012"),
            ("Environments:prod:Region", "us-east-1"),
            ("Environments:prod:AccessKeyId", "env:HELM_TEST_KEY"),
            ("Environments:prod:SecretAccessKey", "env:HELM_TEST_SECRET"));

        var finding = Assert.Single(await practice.Probe.RunAsync(Stop));

        Assert.False(finding.Ok);
        Assert.Contains("AWS does not accept the credentials (SignatureDoesNotMatch)", finding.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_names_the_account_and_role_of_each_environment()
    {
        await using var practice = await Practice.StartAsync();

        var findings = await practice.Probe.RunAsync(Stop);

        Assert.Equal(["prod", "staging", "test"], findings.Select(finding => finding.Environment));
        Assert.All(findings, finding => Assert.True(finding.Ok, finding.Detail));
        Assert.Contains("assumed-role/HelmReader", findings[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_nothing_is_asked_and_the_switch_is_named()
    {
        await using var practice = await Practice.StartAsync(("Enabled", "false"));

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("lambda", "api-lambda"))], Stop));

        AssertUnknown(report, "set Helm:Cloud:Enabled to true");
        Assert.Empty(practice.Calls.Snapshot());
    }

    [Fact]
    public async Task A_type_that_helm_does_not_know_is_unknown()
    {
        await using var practice = await Practice.StartAsync();

        var report = Assert.Single(await practice.Infrastructure.CheckAsync(
            [Deployments.Of("prod", new DeployedResource("mainframe", "big"))], Stop));

        AssertUnknown(report, "does not know how to watch the type 'mainframe'");
    }

    private static void AssertUnknown(HealthReport report, string reason)
    {
        Assert.Equal(Health.Unknown, report.Health);
        var note = Assert.Single(Assert.Single(report.Resources).Observations).Note;
        Assert.Contains(reason, note, StringComparison.Ordinal);
    }
}
