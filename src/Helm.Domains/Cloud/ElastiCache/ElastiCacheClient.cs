using System.Globalization;
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
                new CacheStatus(item.Required("CacheClusterId"), item.Required("CacheClusterStatus"), [])
                {
                    Arn = item.Text("ARN"),
                    Group = item.Text("ReplicationGroupId"),
                }),
            cancellation);

    /// <summary>A replication group and the clusters in it.</summary>
    public IAsyncEnumerable<CacheStatus> DescribeReplicationGroupsAsync(string? id, CancellationToken cancellation) =>
        PagesAsync(
            "DescribeReplicationGroups",
            ("ReplicationGroupId", id),
            root => root.Items("ReplicationGroups", "ReplicationGroup").Select(item => new CacheStatus(
                item.Required("ReplicationGroupId"),
                item.Required("Status"),
                [.. item.Items("MemberClusters", "ClusterId").Select(member => member.Value)])
            {
                Arn = item.Text("ARN"),
            }),
            cancellation);

    /// <summary>What happened to a cluster, in ElastiCache's words.</summary>
    public async IAsyncEnumerable<CacheEvent> DescribeEventsAsync(
        string id, DateTimeOffset start, DateTimeOffset end, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var call = AwsService.ElastiCache.Form(
                "DescribeEvents",
                [
                    ("SourceIdentifier", id), ("SourceType", "cache-cluster"), ("StartTime", Iso(start)), ("EndTime", Iso(end)),
                    ("MaxRecords", "100"), ("Marker", marker),
                ]);
            var page = await aws.SendAsync(
                call,
                reply =>
                {
                    var root = XmlReply.Parse(reply.Body);
                    return (Events: root.Items("Events", "Event").Select(item => new CacheEvent(item.Time("Date") ?? start, item.Text("Message") ?? "")).ToList(), Next: root.Marker());
                },
                cancellation);
            foreach (var happened in page.Events)
            {
                yield return happened;
            }

            marker = page.Next;
        }
        while (marker is not null);
    }

    /// <summary>Reboots the cluster's only node; what it holds is lost.</summary>
    public Task<Nothing> RebootCacheClusterAsync(string id, CancellationToken cancellation) =>
        aws.SendAsync(
            AwsService.ElastiCache.Form(
                "RebootCacheCluster", [("CacheClusterId", id), ("CacheNodeIdsToReboot.CacheNodeId.1", "0001")], mutates: true),
            _ => default(Nothing),
            cancellation);

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

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
internal sealed record CacheStatus(string Id, string Status, IReadOnlyList<string> Members)
{
    public string? Arn { get; init; }

    /// <summary>The group that a cluster belongs to; null for one by itself.</summary>
    public string? Group { get; init; }
}

/// <summary>Something that happened to a cluster.</summary>
internal sealed record CacheEvent(DateTimeOffset Time, string Message);
