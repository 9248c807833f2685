using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Ecs;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>What mends of ECS services share: finding the service and following its rollout.</summary>
internal abstract class EcsRemedy(CloudConnections connections) : CloudRemedy(connections)
{
    protected override string Kind => "ecs";

    protected static async Task<EcsService> ServiceAsync(CloudConnection cloud, string cluster, string name, CancellationToken cancellation) =>
        (await cloud.Ecs.DescribeServicesAsync(cluster, [name], cancellation)).Services is [var service, ..]
            ? service
            : throw new CloudException(CloudFaultKind.NotFound, "MISSING", $"ECS has no service {name} in cluster {cluster}.");

    protected static Task<EcsService> ServiceAsync(CloudConnection cloud, PlannedAction action, CancellationToken cancellation) =>
        ServiceAsync(cloud, action.Parameters["cluster"], action.Parameters["service"], cancellation);

    protected static EcsDeployment? Primary(EcsService service) => service.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY");

    protected static ActionState Rollout(EcsService service) => Primary(service)?.RolloutState switch
    {
        "FAILED" => new(ActionProgress.Failed, "The rollout of the new tasks failed."),
        "IN_PROGRESS" => ActionState.Applying,
        _ => ActionState.Done,
    };

    protected static IEnumerable<(string Name, string? Value)> Named(EcsService service, ResourceIdentity identity) =>
        [("cluster", EcsStatus.ClusterOf(identity)), ("service", identity.Name), ("deployment", Primary(service)?.Id), ("task_definition", service.TaskDefinition)];
}
