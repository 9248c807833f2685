using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Empties a cache by rebooting its nodes, a step a node: AWS knows no gentler way from outside.</summary>
internal sealed class ClearCache(CloudConnections connections, TimeProvider time) : CloudRemedy(connections)
{
    private static readonly TimeSpan ClockRoom = TimeSpan.FromSeconds(2);

    public override string Action => "clear_cache";

    public override IReadOnlyList<string> Names => ["clear_cache", "restart"];

    public override string Verb => "clear_cache";

    protected override string Kind => "elasticache";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        IReadOnlyList<string> clusters = [identity.Name];
        if (identity.Sort == EdgeStatus.ReplicationGroup)
        {
            await foreach (var group in cloud.ElastiCache.DescribeReplicationGroupsAsync(identity.Name, cancellation))
            {
                clusters = group.Members;
            }
        }

        foreach (var cluster in clusters)
        {
            await foreach (var cache in cloud.ElastiCache.DescribeCacheClustersAsync(cluster, cancellation))
            {
                if (cache.Status != "available")
                {
                    return Impossible($"{cluster} is {cache.Status}; only an available cache can be cleared.");
                }
            }
        }

        return Possible([.. clusters.Select(cluster => new PlannedAction
        {
            Action = Action,
            Target = request.Target,
            Parameters = Parameters(("cluster", cluster)),
            Effect = clusters.Count == 1 ? $"clear the cache {request.Target.Name} by rebooting it" : $"clear the node {cluster} of the cache {request.Target.Name} by rebooting it",
            BlastRadius = ["Everything in it is lost and has to be read from its source again, which is slower at first.", "Sessions that are kept only there end."],
            Risk = Medium,
            Downtime = "about 1 minute",
            EstimatedTime = "2 minutes",
        })]);
    }

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.ElastiCache.RebootCacheClusterAsync(action.Parameters["cluster"], cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var name = action.Parameters["cluster"];
        var rebooting = false;
        await foreach (var cache in cloud.ElastiCache.DescribeCacheClustersAsync(name, cancellation))
        {
            rebooting |= cache.Status.StartsWith("rebooting", StringComparison.Ordinal);
        }

        if (rebooting)
        {
            return ActionState.Applying;
        }

        await foreach (var happened in cloud.ElastiCache.DescribeEventsAsync(name, mark.At - ClockRoom, time.GetUtcNow() + ClockRoom, cancellation))
        {
            if (happened.Message.Contains("restarted", StringComparison.OrdinalIgnoreCase) || happened.Message.Contains("reboot", StringComparison.OrdinalIgnoreCase))
            {
                return ActionState.Done;
            }
        }

        return new(ActionProgress.CannotTell, $"ElastiCache has no event that shows a reboot of {name}, and its events may come late.");
    }
}
