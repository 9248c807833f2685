using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.ApiGateway;

/// <summary>Amazon API Gateway: REST APIs, and HTTP APIs by its second version.</summary>
internal sealed class ApiGatewayClient(AwsClient aws)
{
    private const string Most = "500";

    // Without it the service answers in a form of its own, HAL, with the items elsewhere.
    private static readonly Dictionary<string, string> PlainJson = new() { ["Accept"] = "application/json" };

    public async IAsyncEnumerable<ListedApi> GetRestApisAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? position = null;
        do
        {
            var page = await aws.SendAsync(Get("GetRestApis", "/restapis", Page("limit", "position", position)), reply => reply.Json<RestApiPage>(), cancellation);
            foreach (var api in page.Item ?? [])
            {
                yield return new(api.Id, api.Name);
            }

            position = page.Position;
        }
        while (!string.IsNullOrEmpty(position));
    }

    /// <summary>Without those for WebSockets, which are measured in other terms.</summary>
    public async IAsyncEnumerable<ListedApi> GetHttpApisAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var page = await aws.SendAsync(Get("GetApis", "/v2/apis", Page("maxResults", "nextToken", token)), reply => reply.Json<HttpApiPage>(), cancellation);
            foreach (var api in (page.Items ?? []).Where(one => one.ProtocolType == "HTTP"))
            {
                yield return new(api.ApiId, api.Name);
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    public Task<Nothing> GetRestApiAsync(string id, CancellationToken cancellation) => GetAsync("GetRestApi", "/restapis/{Id}", id, cancellation);

    public Task<Nothing> GetHttpApiAsync(string id, CancellationToken cancellation) => GetAsync("GetApi", "/v2/apis/{Id}", id, cancellation);

    private Task<Nothing> GetAsync(string operation, string path, string id, CancellationToken cancellation) => aws.SendAsync(
        new AwsCall(AwsService.ApiGateway, operation)
        {
            Method = "GET",
            Path = path,
            PathParts = new Dictionary<string, string> { ["{Id}"] = id },
            Headers = PlainJson,
        },
        _ => default(Nothing),
        cancellation);

    private static AwsCall Get(string operation, string path, Dictionary<string, string> query) =>
        new(AwsService.ApiGateway, operation) { Method = "GET", Path = path, Query = query, Headers = PlainJson };

    private static Dictionary<string, string> Page(string size, string marker, string? at)
    {
        var query = new Dictionary<string, string> { [size] = Most };
        if (at is not null)
        {
            query[marker] = at;
        }

        return query;
    }

    private sealed record RestApiPage(IReadOnlyList<RestApi>? Item, string? Position);

    private sealed record RestApi(string Id, string Name);

    private sealed record HttpApiPage(IReadOnlyList<HttpApi>? Items, string? NextToken);

    private sealed record HttpApi(string ApiId, string Name, string? ProtocolType);
}

/// <summary>An API as the lists tell it.</summary>
internal sealed record ListedApi(string Id, string Name);
