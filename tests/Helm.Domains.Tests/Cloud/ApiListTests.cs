namespace Helm.Domains.Tests.Cloud;

/// <summary>The lists of API Gateway as they come over the wire.</summary>
public sealed class ApiListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
