using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Sets how many tasks of a service are to run; none stops it.</summary>
internal sealed class ScaleEcsService(CloudConnections connections) : EcsRemedy(connections)
{
    private const int Most = 1000;

    public override string Action => "scale_ecs_service";

    public override IReadOnlyList<string> Names => ["scale_ecs_service", "scale_resources", "scale", "increase_capacity", "stop"];

    public override string Verb => "scale";

    /// <summary>None is no smaller number of them: it is the end of the service.</summary>
    public override string VerbOf(PlannedAction step) => step.To == 0 ? "stop" : Verb;

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, EcsStatus.ClusterOf(identity), identity.Name, cancellation);
        var wished = request.Verb == "stop" ? 0 : request.To ?? service.DesiredCount + Math.Max(1, service.DesiredCount / 2);
        if (Whole(wished, 0, Most) is not { } to)
        {
            return Impossible($"A service runs 0 to {Most} tasks; {wished:0.##} is no such number.");
        }

        return to == service.DesiredCount
            ? Impossible($"{identity.Name} is set to {to} tasks already, and {service.RunningCount} run.")
            : Possible(Plan(request.Target, service.DesiredCount, to) with
            {
                Parameters = Parameters([.. Named(service, identity), ("from", Text(service.DesiredCount)), ("to", Text(to))]),
            });
    }

    public override PlannedAction Reverse(PlannedAction done)
    {
        var (from, to) = (done.Parameters["to"], done.Parameters["from"]);
        return Plan(done.Target, int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture)) with
        {
            Level = done.Level,
            Parameters = Parameters([("cluster", done.Parameters["cluster"]), ("service", done.Parameters["service"]), ("from", from), ("to", to)]),
        };
    }

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Ecs.SetDesiredCountAsync(
            action.Parameters["cluster"], action.Parameters["service"], int.Parse(action.Parameters["to"], CultureInfo.InvariantCulture), cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var service = await ServiceAsync(cloud, action, cancellation);
        return Text(service.DesiredCount) switch
        {
            var now when now == action.Parameters["to"] => service.RunningCount == service.DesiredCount ? ActionState.Done : ActionState.Applying,
            var now when now == action.Parameters["from"] => ActionState.NotDone,
            _ => new(ActionProgress.CannotTell, "Somebody set another number of tasks meanwhile."),
        };
    }

    private PlannedAction Plan(ActionTarget target, int from, int to) => new()
    {
        Action = Action,
        Target = target,
        Effect = to == 0 ? $"stop the service {target.Name}, all {from} tasks of it" : $"{(to > from ? "scale up" : "scale down")} the service {target.Name} from {from} to {to} tasks",
        BlastRadius = to == 0 ? ["Nobody is served by it until it is scaled up again."]
            : to < from ? ["What the stopped tasks carried falls to the others."] : ["The cluster has to have room for the new tasks, and they cost."],
        Risk = to < from ? Medium : Low,
        Downtime = to == 0 ? "until it is started again" : NoDowntime,
        EstimatedTime = "2 minutes",
        Undo = $"set {from} tasks again",
        From = from,
        To = to,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
