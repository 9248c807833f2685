using System.Runtime.CompilerServices;
using System.Text.Json;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Ecs;

/// <summary>Amazon ECS: services and their deployments.</summary>
internal sealed class EcsClient(AwsClient aws)
{
    /// <summary>AWS's limit of names in one call.</summary>
    public const int MostServices = 10;

    /// <summary>Services of one cluster; those that do not exist come as failures, not as an error.</summary>
    public Task<EcsServices> DescribeServicesAsync(
        string cluster, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Count, MostServices);
        return aws.SendAsync(
            AwsService.Ecs.Json("DescribeServices", json =>
            {
                json.WriteString("cluster", cluster);
                json.WriteStrings("services", names);
            }),
            reply => reply.Json<EcsServices>(),
            cancellation);
    }

    /// <summary>The ARNs of all clusters, page after page.</summary>
    public IAsyncEnumerable<string> ListClustersAsync(CancellationToken cancellation) =>
        ArnsAsync("ListClusters", null, page => page.ClusterArns, cancellation);

    /// <summary>The ARNs of a cluster's services, page after page.</summary>
    public IAsyncEnumerable<string> ListServicesAsync(string cluster, CancellationToken cancellation) =>
        ArnsAsync("ListServices", cluster, page => page.ServiceArns, cancellation);

    private async IAsyncEnumerable<string> ArnsAsync(
        string operation, string? cluster, Func<EcsArns, IReadOnlyList<string>?> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                AwsService.Ecs.Json(operation, json =>
                {
                    json.WriteOptional("cluster", cluster);
                    json.WriteNumber("maxResults", 100);
                    json.WriteOptional("nextToken", sent);
                }),
                reply => reply.Json<EcsArns>(),
                cancellation);
            foreach (var arn in read(page) ?? [])
            {
                yield return arn;
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Null when there is none of this family and revision.</summary>
    public async Task<EcsTaskDefinition?> FindTaskDefinitionAsync(string definition, CancellationToken cancellation)
    {
        try
        {
            return await aws.SendAsync(
                AwsService.Ecs.Json("DescribeTaskDefinition", json => json.WriteString("taskDefinition", definition)),
                reply => reply.Json<EcsTaskDefinitionBody>().TaskDefinition,
                cancellation);
        }
        catch (CloudException fault) when (fault.Kind is CloudFaultKind.Refused or CloudFaultKind.NotFound)
        {
            // ECS says ClientException of what it cannot describe.
            return null;
        }
    }

    /// <summary>Starts fresh tasks of the same task definition.</summary>
    public Task<EcsService> ForceNewDeploymentAsync(string cluster, string name, CancellationToken cancellation) =>
        UpdateServiceAsync(cluster, name, json => json.WriteBoolean("forceNewDeployment", true), cancellation);

    public Task<EcsService> SetTaskDefinitionAsync(
        string cluster, string name, string taskDefinition, CancellationToken cancellation) =>
        UpdateServiceAsync(cluster, name, json => json.WriteString("taskDefinition", taskDefinition), cancellation);

    public Task<EcsService> SetDesiredCountAsync(
        string cluster, string name, int desired, CancellationToken cancellation) =>
        UpdateServiceAsync(cluster, name, json => json.WriteNumber("desiredCount", desired), cancellation);

    private Task<EcsService> UpdateServiceAsync(
        string cluster, string name, Action<Utf8JsonWriter> change, CancellationToken cancellation) => aws.SendAsync(
        AwsService.Ecs.Json(
            "UpdateService",
            json =>
            {
                json.WriteString("cluster", cluster);
                json.WriteString("service", name);
                change(json);
            },
            mutates: true),
        reply => reply.Json<EcsServiceBody>().Service ?? throw new FormatException("The answer names no service."),
        cancellation);
}

/// <summary>One page of ListClusters or ListServices.</summary>
internal sealed record EcsArns(IReadOnlyList<string>? ClusterArns, IReadOnlyList<string>? ServiceArns, string? NextToken);

/// <summary>DescribeServices: what was found, and what was not.</summary>
internal sealed record EcsServices(IReadOnlyList<EcsService>? Services, IReadOnlyList<EcsFailure>? Failures);

/// <summary>A name that could not be described: MISSING.</summary>
internal sealed record EcsFailure(string? Arn, string? Reason);

/// <summary>UpdateService's answer.</summary>
internal sealed record EcsServiceBody(EcsService? Service);

/// <summary>A service: ACTIVE, DRAINING or INACTIVE, and how many of its tasks run.</summary>
internal sealed record EcsService
{
    public string ServiceName { get; init; } = "";

    public string? ServiceArn { get; init; }

    public string Status { get; init; } = "";

    public int DesiredCount { get; init; }

    public int RunningCount { get; init; }

    public int PendingCount { get; init; }

    public string? TaskDefinition { get; init; }

    public IReadOnlyList<EcsDeployment>? Deployments { get; init; }

    /// <summary>The latest hundred.</summary>
    public IReadOnlyList<EcsEvent>? Events { get; init; }
}

/// <summary>A rollout: IN_PROGRESS, COMPLETED or FAILED.</summary>
internal sealed record EcsDeployment(string? Id, string? Status, string? RolloutState, string? TaskDefinition)
{
    /// <summary>In seconds since 1970.</summary>
    public double? CreatedAt { get; init; }

    public DateTimeOffset? Created => EcsTime.Of(CreatedAt);
}

/// <summary>Something that ECS tells about a service: a task was started, a health check failed.</summary>
internal sealed record EcsEvent(string? Message, double? CreatedAt)
{
    public DateTimeOffset? Created => EcsTime.Of(CreatedAt);
}

/// <summary>Times as the JSON protocol writes them.</summary>
internal static class EcsTime
{
    public static DateTimeOffset? Of(double? seconds) => seconds is { } known ? DateTimeOffset.UnixEpoch.AddSeconds(known) : null;
}

/// <summary>DescribeTaskDefinition's answer.</summary>
internal sealed record EcsTaskDefinitionBody(EcsTaskDefinition? TaskDefinition);

/// <summary>A task definition: ACTIVE, or INACTIVE when it was deregistered.</summary>
internal sealed record EcsTaskDefinition(string TaskDefinitionArn, string? Status);
