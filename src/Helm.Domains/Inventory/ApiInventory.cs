using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Discovery;

namespace Helm.Domains.Inventory;

/// <summary>Lists the APIs of API Gateway, whose ARNs name no account.</summary>
internal sealed class ApiInventory(CloudConnection connection, CloudPlace place)
{
    public async IAsyncEnumerable<FoundResource> RestAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var api in connection.ApiGateway.GetRestApisAsync(cancellation))
        {
            yield return new("apigateway", api.Name, Arn($"restapis/{api.Id}"));
        }
    }

    public async IAsyncEnumerable<FoundResource> HttpAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var api in connection.ApiGateway.GetHttpApisAsync(cancellation))
        {
            yield return new("apigatewayv2", api.Name, Arn($"apis/{api.Id}"));
        }
    }

    private string Arn(string rest) => $"arn:{place.Region.PartitionName}:apigateway:{place.Region.SystemName}::/{rest}";
}
