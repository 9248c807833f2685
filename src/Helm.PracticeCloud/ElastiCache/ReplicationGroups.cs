using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ElastiCache;

/// <summary>Replication groups: caches of more than one node.</summary>
internal static class ReplicationGroups
{
    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxRecords", 100, 20, 100, "InvalidParameterValue");
        var wanted = call.Input.Text("ReplicationGroupId");
        var groups = call.Estate.Caches.Values.Where(node => node.Grouped && (wanted is null || node.Resource == wanted)).GroupBy(node => node.Resource).ToArray();
        if (wanted is not null && groups.Length == 0)
        {
            throw new AwsErrorException("ReplicationGroupNotFoundFault", $"ReplicationGroup {wanted} not found.", 404);
        }

        var (page, next) = Paging.Page(groups, call.Input.Text("Marker"), size, "InvalidParameterValue");
        answer.List("ReplicationGroups", "ReplicationGroup", page, group => Write(call, answer, group.Key, [.. group]));
        answer.Text("Marker", next);
    }

    private static void Write(AwsCall call, AnswerWriter answer, string name, CacheCluster[] nodes)
    {
        var ready = Array.TrueForAll(nodes, node => CacheClusters.Status(call, node) == "available");
        answer.Text("ReplicationGroupId", name);
        answer.Text("Description", name);
        answer.Text("Status", ready ? "available" : "modifying");
        answer.Texts("MemberClusters", "ClusterId", nodes.Select(node => node.Id));
        answer.Text("AutomaticFailover", "enabled");
        answer.Text("MultiAZ", "enabled");
        answer.Text("CacheNodeType", nodes[0].NodeType);
        answer.Flag("ClusterEnabled", false);
        answer.Text("ARN", call.Estate.Arn("elasticache", $"replicationgroup:{name}"));
    }
}
