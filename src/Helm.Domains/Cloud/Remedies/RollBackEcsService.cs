using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Puts a service back to the task definition before its present one.</summary>
internal sealed class RollBackEcsService(CloudConnections connections) : EcsRemedy(connections)
{
    public override string Action => "rollback_ecs_service";

    public override IReadOnlyList<string> Names => ["rollback_ecs_service", "rollback"];

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, EcsStatus.ClusterOf(identity), identity.Name, cancellation);
        if (Before(service.TaskDefinition) is not { } before || await cloud.Ecs.FindTaskDefinitionAsync(before, cancellation) is not { Status: "ACTIVE" } former)
        {
            return Impossible($"{identity.Name} has no former task definition that could be used.");
        }

        var (from, to) = (Short(service.TaskDefinition!), Short(former.TaskDefinitionArn));
        return Possible(new PlannedAction
        {
            Action = Action,
            Target = request.Target,
            Parameters = Parameters([.. Named(service, identity), ("to", former.TaskDefinitionArn)]),
            Effect = $"roll the service {request.Target.Name} back from {from} to {to}",
            BlastRadius = ["What only the newer definition can do is gone until it is deployed again."],
            Risk = Medium,
            Downtime = "0 seconds (rolling replacement)",
            EstimatedTime = "2 minutes",
            Undo = $"deploy {from} again",
        });
    }

    public override PlannedAction Reverse(PlannedAction done) => done with
    {
        Parameters = Parameters([
            ("cluster", done.Parameters["cluster"]), ("service", done.Parameters["service"]), ("task_definition", done.Parameters["to"]), ("to", done.Parameters["task_definition"])]),
        Effect = $"deploy {Short(done.Parameters["task_definition"])} of the service {done.Target.Name} again",
        Undo = null,
    };

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Ecs.SetTaskDefinitionAsync(action.Parameters["cluster"], action.Parameters["service"], action.Parameters["to"], cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, action, cancellation);
        return service.TaskDefinition == action.Parameters["to"] ? Rollout(service)
            : service.TaskDefinition == action.Parameters.GetValueOrDefault("task_definition") ? ActionState.NotDone
            : new(ActionProgress.CannotTell, "Somebody deployed another definition meanwhile.");
    }

    /// <summary>family:7 after family:8.</summary>
    private static string? Before(string? definition)
    {
        var colon = definition?.LastIndexOf(':') ?? -1;
        return colon > 0 && int.TryParse(definition.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision > 1
            ? FormattableString.Invariant($"{definition![..colon]}:{revision - 1}")
            : null;
    }

    private static string Short(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
