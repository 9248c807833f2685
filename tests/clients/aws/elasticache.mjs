import assert from "node:assert/strict";
import {
  ElastiCacheClient, DescribeCacheClustersCommand, DescribeEventsCommand, DescribeReplicationGroupsCommand, RebootCacheClusterCommand,
} from "@aws-sdk/client-elasticache";

export default ({ config, control, fails, until }) => ({
  async "a cache is described, rebooted and back"() {
    const cache = new ElastiCacheClient(config());
    const describe = async () => (await cache.send(new DescribeCacheClustersCommand({ CacheClusterId: "redis", ShowCacheNodeInfo: true }))).CacheClusters[0];
    const before = await describe();
    assert.deepEqual([before.Engine, before.CacheClusterStatus, before.CacheNodes[0].CacheNodeId], ["redis", "available", "0001"]);
    await cache.send(new RebootCacheClusterCommand({ CacheClusterId: "redis", CacheNodeIdsToReboot: ["0001"] }));
    assert.equal((await describe()).CacheClusterStatus, "rebooting cluster nodes");
    await until(describe, (c) => c.CacheClusterStatus === "available");
    const events = await cache.send(new DescribeEventsCommand({ SourceIdentifier: "redis", SourceType: "cache-cluster" }));
    assert.ok(events.Events.some((e) => e.Message.includes("restarted")));
  },
  async "what is not there is said"() {
    const cache = new ElastiCacheClient(config());
    assert.deepEqual((await cache.send(new DescribeReplicationGroupsCommand({}))).ReplicationGroups, []);
    await fails(cache.send(new DescribeCacheClustersCommand({ CacheClusterId: "none" })), "CacheClusterNotFoundFault", 404);
  },
  async "throttled calls are tried again"() {
    await control("POST", "/faults", { kind: "throttle", service: "elasticache", count: 1 });
    assert.equal((await new ElastiCacheClient(config()).send(new DescribeCacheClustersCommand({}))).$metadata.attempts, 2);
  },
});
