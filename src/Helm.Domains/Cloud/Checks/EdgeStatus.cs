using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.ElastiCache;

namespace Helm.Domains.Cloud.Checks;

/// <summary>The states of caches, buckets and distributions.</summary>
internal static class EdgeStatus
{
    public const string ReplicationGroup = "replicationgroup";

    public static async Task<StatusReading> CacheAsync(
        CloudConnection connection, Subject subject, CancellationToken cancellation)
    {
        var name = subject.Identity.Name;
        var found = subject.Identity.Sort == ReplicationGroup
            ? connection.ElastiCache.DescribeReplicationGroupsAsync(name, cancellation)
            : connection.ElastiCache.DescribeCacheClustersAsync(name, cancellation);
        await foreach (var cache in found)
        {
            return Judge(cache);
        }

        return StatusReading.Unhealthy($"ElastiCache has no cluster {name}.");
    }

    /// <summary>HeadBucket either works or says why not.</summary>
    public static async Task<StatusReading> BucketAsync(
        CloudConnection connection, Subject subject, CancellationToken cancellation)
    {
        await connection.S3.HeadBucketAsync(subject.Identity.Name, cancellation);
        return StatusReading.Healthy("The bucket is there and may be read.");
    }

    public static async Task<StatusReading> DistributionAsync(
        CloudConnection connection, Subject subject, CancellationToken cancellation)
    {
        var distribution = await connection.CloudFront.GetDistributionAsync(subject.Identity.Name, cancellation);
        return distribution switch
        {
            { Enabled: false } => StatusReading.Unhealthy("The distribution is switched off."),
            { Status: "Deployed" } => StatusReading.Healthy("The distribution is Deployed."),
            // A change on its way to the edges does not disturb what is served.
            { Status: "InProgress" } => StatusReading.Healthy("The distribution is InProgress: a change spreads."),
            _ => StatusReading.Unhealthy($"The distribution is {distribution.Status}."),
        };
    }

    private static StatusReading Judge(CacheStatus cache) => cache.Status switch
    {
        "available" or "snapshotting" or "modifying" => StatusReading.Healthy($"The cache is {cache.Status}."),
        "rebooting cluster nodes" or "rebooting cache cluster nodes" or "creating" =>
            StatusReading.Degraded($"The cache is {cache.Status}."),
        _ => StatusReading.Unhealthy($"The cache is {cache.Status}."),
    };
}
