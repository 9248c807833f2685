using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Reserves concurrency for a function, which also caps it.</summary>
internal sealed class ScaleLambda(CloudConnections connections, TimeProvider time) : CloudRemedy(connections)
{
    private const string Nothing = "none";

    // AWS keeps so much for all functions without a reservation.
    private const int AlwaysUnreserved = 100;

    public override string Action => "scale_lambda_concurrency";

    public override IReadOnlyList<string> Names => ["scale_lambda_concurrency", "scale_resources", "scale", "increase_capacity", "stop"];

    public override string Verb => "scale";

    /// <summary>Without concurrency nothing is called any more.</summary>
    public override string VerbOf(PlannedAction step) => step.To == 0 ? "stop" : Verb;

    protected override string Kind => "lambda";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var from = (await cloud.Lambda.GetFunctionAsync(identity.Name, cancellation)).Concurrency?.ReservedConcurrentExecutions;
        var free = (await cloud.Lambda.GetAccountSettingsAsync(cancellation)).AccountLimit?.UnreservedConcurrentExecutions ?? AlwaysUnreserved;
        var most = Math.Max(0, free + (from ?? 0) - AlwaysUnreserved);
        var wished = request.Verb == "stop" ? 0 : request.To ?? (from ?? (request.Cures ? await ConcurrencyPeak.OfAsync(cloud, identity.Name, time.GetUtcNow(), cancellation) : null)) * 2;
        return (wished, Whole(wished, 0, most)) switch
        {
            (null, _) => Impossible($"{identity.Name} has no reserved concurrency that could be doubled, so it takes what the account has. Say a number to reserve."),
            (_, null) => Impossible($"{wished:0.##} cannot be reserved: the account has {most} left beside the {AlwaysUnreserved} that have to stay free."),
            (_, { } to) when to == from => Impossible($"{identity.Name} has {to} reserved already."),
            (_, { } to) => Possible(Plan(request.Target, identity.Name, from, to)),
        };
    }

    public override PlannedAction Reverse(PlannedAction done) => done with
    {
        Parameters = Parameters(("function", done.Parameters["function"]), ("from", done.Parameters["to"]), ("to", done.Parameters["from"])),
        Effect = done.Parameters["from"] == Nothing
            ? $"take the reserved concurrency of {done.Target.Name} away again"
            : $"set the reserved concurrency of {done.Target.Name} from {done.Parameters["to"]} back to {done.Parameters["from"]}",
        From = done.To,
        To = done.From,
        Undo = null,
    };

    protected override async Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        if (action.Parameters["to"] == Nothing)
        {
            await cloud.Lambda.DeleteConcurrencyAsync(action.Parameters["function"], cancellation);
        }
        else
        {
            await cloud.Lambda.PutConcurrencyAsync(action.Parameters["function"], int.Parse(action.Parameters["to"], CultureInfo.InvariantCulture), cancellation);
        }
    }

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var now = (await cloud.Lambda.GetFunctionAsync(action.Parameters["function"], cancellation)).Concurrency?.ReservedConcurrentExecutions;
        return Text(now) == action.Parameters["to"] ? ActionState.Done
            : Text(now) == action.Parameters["from"] ? ActionState.NotDone
            : new(ActionProgress.CannotTell, "Somebody reserved another number meanwhile.");
    }

    private PlannedAction Plan(ActionTarget target, string function, int? from, int to) => new()
    {
        Action = Action,
        Target = target,
        Parameters = Parameters(("function", function), ("from", Text(from)), ("to", Text(to))),
        Effect = to == 0 ? $"stop the function {target.Name} by reserving it no concurrency" : $"reserve {to} concurrent executions for the function {target.Name}{(from is null ? "" : $" instead of {from}")}",
        BlastRadius = [to == 0 ? "Every call is refused until it is given back." : $"It also caps the function at {to}, and the others of the account have that much less."],
        Risk = to < (from ?? int.MaxValue) ? Medium : Low,
        Downtime = to == 0 ? "until it is given back" : NoDowntime,
        EstimatedTime = "1 minute",
        Undo = from is null ? "take the reservation away" : $"reserve {from} again",
        From = from,
        To = to,
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Nothing;
}
