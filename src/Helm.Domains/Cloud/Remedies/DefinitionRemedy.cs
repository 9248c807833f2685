using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>What mends share that give a service another task definition: its rollout is followed, and taken back where it fails.</summary>
internal abstract class DefinitionRemedy(CloudConnections connections) : EcsRemedy(connections)
{
    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, EcsStatus.ClusterOf(identity), identity.Name, cancellation);
        if (Wanted(service.TaskDefinition ?? "") is not { } wanted
            || await cloud.Ecs.FindTaskDefinitionAsync(wanted, cancellation) is not { Status: "ACTIVE" } found || found.TaskDefinitionArn == service.TaskDefinition)
        {
            return Impossible(NoneOf(identity.Name));
        }

        var (from, to) = (Short(service.TaskDefinition!), Short(found.TaskDefinitionArn));
        return Possible(new PlannedAction
        {
            Action = Action,
            Target = request.Target,
            Parameters = Parameters([.. Named(service, identity), ("to", found.TaskDefinitionArn)]),
            Effect = EffectOf(request.Target.Name, from, to),
            BlastRadius = [Touches],
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

    /// <summary>The definition to look for, by the present one's ARN; null when there can be none.</summary>
    protected abstract string? Wanted(string present);

    protected abstract string NoneOf(string service);

    /// <summary>What changes, as a clause.</summary>
    protected abstract string EffectOf(string service, string from, string to);

    /// <summary>What else it touches.</summary>
    protected abstract string Touches { get; }

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

    private static string Short(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
