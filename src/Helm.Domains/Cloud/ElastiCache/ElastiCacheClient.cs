using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.ElastiCache;

/// <summary>Amazon ElastiCache: clusters and their groups.</summary>
internal sealed class ElastiCacheClient(AwsClient aws)
{
    /// <summary>One cluster, or all, page after page.</summary>
    public IAsyncEnumerable<CacheStatus> DescribeCacheClustersAsync(string? id, CancellationToken cancellation) =>
        PagesAsync(
            "DescribeCacheClusters",
            ("CacheClusterId", id),
            root => root.Items("CacheClusters", "CacheCluster").Select(item =>
                new CacheStatus(item.Required("CacheClusterId"), item.Required("CacheClusterStatus"), [])),
            cancellation);

    /// <summary>A replication group and the clusters in it.</summary>
    public IAsyncEnumerable<CacheStatus> DescribeReplicationGroupsAsync(string? id, CancellationToken cancellation) =>
        PagesAsync(
            "DescribeReplicationGroups",
            ("ReplicationGroupId", id),
            root => root.Items("ReplicationGroups", "ReplicationGroup").Select(item => new CacheStatus(
                item.Required("ReplicationGroupId"),
                item.Required("Status"),
                [.. item.Items("MemberClusters", "ClusterId").Select(member => member.Value)])),
            cancellation);

    private async IAsyncEnumerable<CacheStatus> PagesAsync(
        string operation,
        (string Name, string? Value) filter,
        Func<XElement, IEnumerable<CacheStatus>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var page = await aws.SendAsync(
                AwsService.ElastiCache.Form(operation, [filter, ("MaxRecords", "100"), ("Marker", marker)]),
                reply =>
                {
                    var root = XmlReply.Parse(reply.Body);
                    return (Items: read(root).ToList(), Next: root.Marker());
                },
                cancellation);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            marker = page.Next;
        }
        while (marker is not null);
    }
}

/// <summary>A cluster or a group of clusters: available, modifying, snapshotting…</summary>
internal sealed record CacheStatus(string Id, string Status, IReadOnlyList<string> Members);
