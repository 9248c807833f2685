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

        var report = Assert.Single(await practice.Infrastructure.CheckAsync([Deployments.Of("prod", new DeployedResource(type, name, arn))], Stop));

        Assert.Equal(health, Assert.Single(report.Resources[0].Observations, one => one.Indicator == "status").Health);
    }

    [Fact]
    public async Task Lists_are_read_page_after_page_and_sockets_are_left_out()
    {
        var cloud = new CannedCloud((request, _) => CannedCloud.Say(request.RequestUri!.PathAndQuery switch
        {
            "/restapis?limit=500" => """{"item":[{"id":"a","name":"one"}],"position":"next+/="}""",
            "/restapis?limit=500&position=next%2B%2F%3D" => """{"item":[{"id":"b","name":"two"}]}""",
            "/v2/apis?maxResults=500" => """{"items":[{"apiId":"c","name":"three","protocolType":"HTTP"},{"apiId":"d","name":"four","protocolType":"WEBSOCKET"}],"nextToken":"t"}""",
            "/v2/apis?maxResults=500&nextToken=t" => """{"items":[{"apiId":"e","name":"five","protocolType":"HTTP"}]}""",
            var other => throw new InvalidOperationException(other),
        }));
        using var connection = cloud.Connect();

        var rest = await connection.ApiGateway.GetRestApisAsync(Stop).ToListAsync(Stop);
        var http = await connection.ApiGateway.GetHttpApisAsync(Stop).ToListAsync(Stop);

        Assert.Equal(["a one", "b two", "c three", "e five"], rest.Concat(http).Select(api => $"{api.Id} {api.Name}"));
    }
}
