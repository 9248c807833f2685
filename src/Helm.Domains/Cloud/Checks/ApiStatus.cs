using Helm.Domains.Cloud.Accounts;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Whether an API is there, which its metrics do not tell: one that nobody calls has none either.</summary>
internal static class ApiStatus
{
    private static StatusReading There => StatusReading.Healthy("The API is there.");

    public static async Task<StatusReading> RestAsync(CloudConnection connection, Subject subject, CancellationToken cancellation)
    {
        if (subject.Identity.Parent is not { Length: > 0 } id)
        {
            return await ByNameAsync(connection, subject.Identity.Name, cancellation);
        }

        await connection.ApiGateway.GetRestApiAsync(id, cancellation);
        return There;
    }

    public static async Task<StatusReading> HttpAsync(CloudConnection connection, Subject subject, CancellationToken cancellation)
    {
        await connection.ApiGateway.GetHttpApiAsync(subject.Identity.Name, cancellation);
        return There;
    }

    /// <summary>For a deployment without its ARN, in which the id is.</summary>
    private static async Task<StatusReading> ByNameAsync(CloudConnection connection, string name, CancellationToken cancellation)
    {
        await foreach (var api in connection.ApiGateway.GetRestApisAsync(cancellation))
        {
            if (api.Name == name)
            {
                return There;
            }
        }

        return StatusReading.Unhealthy($"API Gateway has no REST API {name}.");
    }
}
