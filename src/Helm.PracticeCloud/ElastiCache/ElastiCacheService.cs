using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ElastiCache;

/// <summary>Caches.</summary>
internal static class ElastiCacheService
{
    public static AwsService Create() => new("elasticache", WireProtocol.Query, "2015-02-02",
    [
        new("DescribeCacheClusters", CacheClusters.Describe),
        new("DescribeReplicationGroups", ReplicationGroups.Describe),
        new("RebootCacheCluster", CacheClusters.Reboot) { Mutates = true },
        new("DescribeEvents", (call, answer) => EventList.Describe(call, answer, "elasticache")),
    ])
    {
        XmlNamespace = "http://elasticache.amazonaws.com/doc/2015-02-02/",
        Throttle = ("Throttling", 400),
    };
}
