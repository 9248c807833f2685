using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Replaces a service's tasks one after the other by fresh ones of the same definition.</summary>
internal sealed class RestartEcsService(CloudConnections connections) : EcsRemedy(connections)
{
    public override string Action => "restart_ecs_service";

    public override IReadOnlyList<string> Names => ["restart_ecs_service", "restart"];

    public override string Verb => "restart";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, EcsStatus.ClusterOf(identity), identity.Name, cancellation);
        return Rollout(service) == ActionState.Applying
            ? Impossible($"A rollout of {identity.Name} is under way. Ask again when that is over.")
            : Possible(new PlannedAction
            {
                Action = Action,
                Target = request.Target,
                Parameters = Parameters(Named(service, identity)),
                Effect = $"restart the service {request.Target.Name} by replacing its {service.DesiredCount} {(service.DesiredCount == 1 ? "task" : "tasks")}",
                BlastRadius = ["Fresh tasks start before old ones stop, as the service's deployment settings say."],
                Risk = Low,
                Downtime = "0 seconds (rolling restart)",
                EstimatedTime = "2 minutes",
            });
    }

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Ecs.ForceNewDeploymentAsync(action.Parameters["cluster"], action.Parameters["service"], cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, action, cancellation);
        return Primary(service)?.Id == action.Parameters.GetValueOrDefault("deployment") ? ActionState.NotDone : Rollout(service);
    }
}
