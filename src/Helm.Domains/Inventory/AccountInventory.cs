using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Discovery;

namespace Helm.Domains.Inventory;

/// <summary>Lists what is in an account: one list call after the other, each for itself, so that what one may not read costs only that.</summary>
internal sealed class AccountInventory(CloudConnection connection, CloudPlace place, string? account, string serviceNamespace)
{
    private static readonly Listing[] Listings =
    [
        new("lambda", (one, stop) => one.FunctionsAsync(stop)),
        new("rds", (one, stop) => one.DatabasesAsync(stop)),
        new("ecs", (one, stop) => one.ContainersAsync(stop)),
        new("ec2", (one, stop) => one.MachinesAsync(stop)),
        new("elasticache", (one, stop) => one.CachesAsync(stop)),
        new("s3", (one, stop) => one.BucketsAsync(stop)),
        new("apigateway", (one, stop) => one.Apis.RestAsync(stop)),
        new("apigatewayv2", (one, stop) => one.Apis.HttpAsync(stop)),
        new("cloudfront", (one, stop) => one.DistributionsAsync(stop)),
        new("service", (one, stop) => one.ServicesAsync(stop)),
    ];

    /// <summary>Everything that could be listed, and what could not.</summary>
    public async Task<(IReadOnlyList<FoundResource> Found, IReadOnlyList<(string Type, CloudException Fault)> Problems)> ListAsync(
        Action<string>? note, CancellationToken cancellation)
    {
        var (found, problems) = (new List<FoundResource>(), new List<(string, CloudException)>());
        foreach (var listing in Listings)
        {
            note?.Invoke($"listing {listing.Type}, {found.Count} found so far");
            try
            {
                await foreach (var one in listing.List(this, cancellation))
                {
                    found.Add(one);
                }
            }
            catch (CloudException fault)
            {
                problems.Add((listing.Type, fault));
            }
        }

        return (found, problems);
    }

    private ApiInventory Apis => new(connection, place);

    private string Arn(string service, string rest) => $"arn:{place.Region.PartitionName}:{service}:{place.Region.SystemName}:{account}:{rest}";

    private async IAsyncEnumerable<FoundResource> FunctionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var function in connection.Lambda.ListFunctionsAsync(cancellation))
        {
            yield return new("lambda", function.FunctionName, function.FunctionArn ?? Arn("lambda", $"function:{function.FunctionName}"));
        }
    }

    private async IAsyncEnumerable<FoundResource> DatabasesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var database in connection.Rds.DescribeDBInstancesAsync(null, cancellation))
        {
            yield return new("rds", database.Identifier, database.Arn ?? Arn("rds", $"db:{database.Identifier}"));
        }
    }

    private async IAsyncEnumerable<FoundResource> ContainersAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var cluster in connection.Ecs.ListClustersAsync(cancellation))
        {
            await foreach (var service in connection.Ecs.ListServicesAsync(cluster, cancellation))
            {
                yield return new("ecs", LastPart(service), service);
            }
        }
    }

    /// <summary>By the name that people gave it; CloudWatch knows it by its id, which is in the ARN.</summary>
    private async IAsyncEnumerable<FoundResource> MachinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var machine in connection.Ec2.DescribeInstancesAsync(cancellation))
        {
            yield return new("ec2", machine.Name ?? machine.Id, Arn("ec2", $"instance/{machine.Id}"));
        }
    }

    /// <summary>A group stands for its nodes.</summary>
    private async IAsyncEnumerable<FoundResource> CachesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var group in connection.ElastiCache.DescribeReplicationGroupsAsync(null, cancellation))
        {
            yield return new("elasticache", group.Id, group.Arn ?? Arn("elasticache", $"replicationgroup:{group.Id}"));
        }

        await foreach (var cluster in connection.ElastiCache.DescribeCacheClustersAsync(null, cancellation))
        {
            if (cluster.Group is null)
            {
                yield return new("elasticache", cluster.Id, cluster.Arn ?? Arn("elasticache", $"cluster:{cluster.Id}"));
            }
        }
    }

    private async IAsyncEnumerable<FoundResource> BucketsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var bucket in await connection.S3.ListBucketsAsync(cancellation))
        {
            yield return new("s3", bucket, $"arn:{place.Region.PartitionName}:s3:::{bucket}");
        }
    }

    private async IAsyncEnumerable<FoundResource> DistributionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var listed in connection.CloudFront.ListDistributionsAsync(cancellation))
        {
            var named = string.IsNullOrWhiteSpace(listed.Comment) ? listed.Id : listed.Comment;
            yield return new("cloudfront", named, listed.Arn.Length > 0 ? listed.Arn : $"arn:{place.Region.PartitionName}:cloudfront::{account}:distribution/{listed.Id}");
        }
    }

    /// <summary>What reports as an application service in the configured namespace.</summary>
    private async IAsyncEnumerable<FoundResource> ServicesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var metric in connection.CloudWatch.ListMetricsAsync(serviceNamespace, "RequestCount", cancellation))
        {
            foreach (var dimension in (metric.Dimensions ?? []).Where(one => one.Name == "Service" && seen.Add(one.Value)))
            {
                yield return new("service", dimension.Value, Arn("cloudwatch", $"service/{dimension.Value}"));
            }
        }
    }

    private static string LastPart(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>One kind of list.</summary>
    private sealed record Listing(string Type, Func<AccountInventory, CancellationToken, IAsyncEnumerable<FoundResource>> List);
}
