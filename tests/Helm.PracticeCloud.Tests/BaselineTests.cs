using System.Text.Json;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

/// <summary>The company as it is every day: healthy, whenever one looks.</summary>
public sealed class BaselineTests
{
    private static string Assets => Path.Combine(AppContext.BaseDirectory, "assets", "practice");

    [Theory]
    [InlineData("AWS/Lambda", "Errors", "Average", "FunctionName", "api-lambda", 0, 0.001)]
    [InlineData("AWS/Lambda", "Duration", "p95", "FunctionName", "api-lambda", 50, 199)]
    [InlineData("AWS/Lambda", "Duration", "p95", "FunctionName", "checkout", 50, 199)]
    [InlineData("AWS/RDS", "CPUUtilization", "Average", "DBInstanceIdentifier", "orders-db", 10, 79)]
    [InlineData("AWS/RDS", "DatabaseConnections", "Maximum", "DBInstanceIdentifier", "orders-db", 5, 79)]
    [InlineData("AWS/ElastiCache", "EngineCPUUtilization", "Average", "CacheClusterId", "redis", 5, 79)]
    [InlineData("Company/Services", "ResponseTime", "p95", "Service", "orders", 110, 130)]
    [InlineData("Company/Services", "ErrorCount", "Average", "Service", "orders", 0.00015, 0.00025)]
    public async Task Every_five_minutes_of_a_day_are_within_the_objectives(
        string ns, string metric, string stat, string dimension, string name, double least, double most)
    {
        await using var cloud = await CloudDriver.StartAsync();
        var values = await cloud.SeriesAsync(ns, metric, stat, 300, cloud.Now.AddSeconds(-15), TimeSpan.FromDays(1), (dimension, name));
        Assert.Equal(288, values.Count);
        Assert.All(values, value => Assert.InRange(value, least, most));
    }

    [Fact]
    public async Task Nine_of_ten_requests_to_the_CDN_come_from_its_cache()
    {
        await using var cloud = await CloudDriver.StartAsync();
        var values = await cloud.SeriesAsync("AWS/CloudFront", "CacheHitRate", "Average", 300, cloud.Now, TimeSpan.FromDays(1),
            ("DistributionId", "E2PRACTICECDN1"), ("Region", "Global"));
        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.InRange(value, 90, 94));
    }

    [Fact]
    public async Task Everything_in_the_deployment_registry_exists_in_its_account()
    {
        using var registry = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Assets, "deployments.json"), TestContext.Current.CancellationToken));
        await using var cloud = await CloudDriver.StartAsync();
        foreach (var deployment in registry.RootElement.GetProperty("deployments").EnumerateArray())
        {
            cloud.As(deployment.GetProperty("environment").GetString()!);
            var metrics = await cloud.JsonAsync("monitoring", "ListMetrics", new { });
            var known = metrics.GetProperty("Metrics").EnumerateArray()
                .SelectMany(metric => metric.GetProperty("Dimensions").EnumerateArray()).Select(d => d.GetProperty("Value").GetString()).ToHashSet();
            foreach (var resource in deployment.GetProperty("resources").EnumerateArray())
            {
                var arn = resource.GetProperty("arn").GetString()!;
                Assert.Contains(arn.Split(':', '/')[^1], known);
                Assert.True(arn.Contains(cloud.Account.AccountId) || arn.StartsWith("arn:aws:s3:::"), arn);
            }
        }
    }

    [Fact]
    public async Task The_shared_files_name_the_accounts_and_keys_of_the_company()
    {
        using var credentials = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Assets, "aws-credentials.json"), TestContext.Current.CancellationToken));
        using var environments = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Assets, "environments.json"), TestContext.Current.CancellationToken));
        await using var server = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal(3, server.Accounts.Count);
        foreach (var account in server.Accounts)
        {
            var shared = credentials.RootElement.GetProperty("accounts").GetProperty(account.Environment);
            Assert.Equal(account.AccessKeyId, shared.GetProperty("access_key_id").GetString());
            Assert.Equal(account.SecretAccessKey, shared.GetProperty("secret_access_key").GetString());
            Assert.Equal(account.AccountId, environments.RootElement.GetProperty("environments").GetProperty(account.Environment).GetProperty("account").GetString());
        }
    }
}
