using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>The APIs of API Gateway from their discovery to the evidence about them.</summary>
public sealed class ApiGatewayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("apigateway", "shop-api", "arn:aws:apigateway:us-east-1::/restapis/a1practice", "5XXError")]
    [InlineData("apigatewayv2", "partner-api", "arn:aws:apigateway:us-east-1::/apis/h1practice", "5xx")]
    public async Task An_api_is_found_watched_and_looked_into(string type, string name, string arn, string metric)
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync(new
        {
            name = "failing-" + type,
            started_ago = "PT15M",
            effects = new[] { new { resource = name, metric, set = 7 } },
        });

        var found = Assert.Single((await practice.Finder.FindAsync("prod", null, Stop)).Resources, one => one.Type == type);
        var registered = Deployments.Of("prod", new DeployedResource(found.Type, found.Name, found.Arn));

        Assert.Equal((name, arn), (found.Name, found.Arn));
        Assert.Equal(["error_rate_5xx"], await practice.CrossedAsync(registered));
        Assert.Contains(metric, await practice.LookedAtAsync(registered));
    }

    [Theory]
    [InlineData("apigateway", "shop-api", null, Health.Healthy)]
    [InlineData("apigateway", "gone-api", null, Health.Unhealthy)]
    [InlineData("apigateway", "gone-api", "arn:aws:apigateway:us-east-1::/restapis/gone", Health.Unhealthy)]
    [InlineData("apigatewayv2", "gone-api", "arn:aws:apigateway:us-east-1::/apis/gone", Health.Unhealthy)]
    public async Task An_api_that_is_gone_is_not_taken_for_one_that_nobody_calls(string type, string name, string? arn, Health health)
    {
        await using var practice = await Practice.StartAsync();

        Assert.Equal(health, await practice.StatusAsync(Deployments.Of("prod", new DeployedResource(type, name, arn))));
    }
}
