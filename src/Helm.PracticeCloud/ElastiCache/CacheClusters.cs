using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ElastiCache;

/// <summary>Cache clusters and their reboot.</summary>
internal static class CacheClusters
{
    private const string NodeId = "0001";
    private static readonly TimeSpan RebootTakes = TimeSpan.FromSeconds(60);

    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxRecords", 100, 20, 100, "InvalidParameterValue");
        IEnumerable<CacheCluster> matching = call.Input.Text("CacheClusterId") is { Length: > 0 } id ? [Find(call, id)] : call.Estate.Caches.Values;
        var (page, next) = Paging.Page(matching, call.Input.Text("Marker"), size, "InvalidParameterValue");
        answer.List("CacheClusters", "CacheCluster", page, cluster => Write(call, answer, cluster));
        answer.Text("Marker", next);
    }

    public static void Reboot(AwsCall call, AnswerWriter answer)
    {
        var cluster = Find(call, call.Input.Required("CacheClusterId"));
        if (Status(call, cluster) != "available" && call.Estate.Overlay.Text(cluster.Resource, "status") is null)
        {
            throw new AwsErrorException("InvalidCacheClusterState", "The cluster is not in the available state.");
        }

        if (call.Input.Texts("CacheNodeIdsToReboot").Any(node => node != NodeId))
        {
            throw new AwsErrorException("CacheNodeNotFound", $"The cluster has the node {NodeId} only.", 404);
        }

        cluster.RebootedAt = call.Estate.Clock.After(RebootTakes);
        call.Estate.Events.Add(new ServiceEvent("elasticache", cluster.Id, "cache-cluster", call.Now, $"Cache node {NodeId} restarted", []));
        answer.Begin("CacheCluster");
        Write(call, answer, cluster);
        answer.End();
    }

    public static string Status(AwsCall call, CacheCluster cluster) =>
        call.Now < cluster.RebootedAt ? "rebooting cluster nodes" : call.Estate.Overlay.Text(cluster.Resource, "status") ?? "available";

    private static CacheCluster Find(AwsCall call, string id) =>
        call.Estate.Caches.GetValueOrDefault(id) ?? throw new AwsErrorException("CacheClusterNotFound", $"CacheCluster not found: {id}", 404);

    private static void Write(AwsCall call, AnswerWriter answer, CacheCluster cluster)
    {
        answer.Text("CacheClusterId", cluster.Id);
        answer.Text("CacheNodeType", cluster.NodeType);
        answer.Text("Engine", cluster.Engine);
        answer.Text("EngineVersion", cluster.EngineVersion);
        answer.Text("CacheClusterStatus", Status(call, cluster));
        answer.Number("NumCacheNodes", 1);
        answer.Text("PreferredAvailabilityZone", call.Estate.Region + "a");
        answer.Time("CacheClusterCreateTime", cluster.Created);
        answer.Text("ReplicationGroupId", cluster.Grouped ? cluster.Resource : null);
        answer.Text("ARN", cluster.Arn);
        if (call.Input.Flag("ShowCacheNodeInfo") == true)
        {
            answer.List("CacheNodes", "CacheNode", [cluster], node =>
            {
                answer.Text("CacheNodeId", NodeId);
                answer.Text("CacheNodeStatus", Status(call, node));
                answer.Time("CacheNodeCreateTime", node.Created);
            });
        }
    }
}
