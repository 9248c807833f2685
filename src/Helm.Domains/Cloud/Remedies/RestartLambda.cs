using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Lambda;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Gives a function fresh instances by touching its description; the description says who did it, which later proves that it was done.</summary>
internal sealed class RestartLambda(CloudConnections connections) : CloudRemedy(connections)
{
    private const int LongestDescription = 256;

    public override string Action => "restart_lambda";

    public override IReadOnlyList<string> Names => ["restart_lambda", "restart"];

    public override string Verb => "restart";

    protected override string Kind => "lambda";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var function = (await cloud.Lambda.GetFunctionAsync(identity.Name, cancellation)).Configuration;
        if (function is not { LastUpdateStatus: not "InProgress" })
        {
            return Impossible($"{identity.Name} is being updated at this moment. Ask again when that is over.");
        }

        var aliases = new List<string>();
        await foreach (var alias in cloud.Lambda.ListAliasesAsync(identity.Name, cancellation))
        {
            aliases.Add($"{alias.Name} (version {alias.FunctionVersion})");
        }

        return Possible(new PlannedAction
        {
            Action = Action,
            Target = request.Target,
            Parameters = Parameters(("function", identity.Name), ("revision", function.RevisionId), ("description", function.Description)),
            Effect = $"restart the function {request.Target.Name}",
            BlastRadius =
            [
                "Calls that run are finished; new ones begin on fresh instances and are slower at first.",
                .. aliases.Count > 0 ? (string[])[$"What is called through {string.Join(", ", aliases)} keeps its instances."] : [],
            ],
            Risk = Low,
            Downtime = "0 seconds (rolling restart)",
            EstimatedTime = "1 minute",
        });
    }

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Lambda.UpdateDescriptionAsync(
            action.Parameters["function"], Marked(action.Parameters.GetValueOrDefault("description", ""), mark.Text),
            action.Parameters.GetValueOrDefault("revision"), cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var function = (await cloud.Lambda.GetFunctionAsync(action.Parameters["function"], cancellation)).Configuration;
        return function switch
        {
            { Description: { } text } when text.Contains(mark.Text, StringComparison.Ordinal) => Updated(function),
            { RevisionId: { } now } when now == action.Parameters.GetValueOrDefault("revision") => ActionState.NotDone,
            _ => new(ActionProgress.CannotTell, "Somebody changed the function meanwhile, so nothing shows whether it was restarted."),
        };
    }

    private static ActionState Updated(FunctionConfiguration function) => function.LastUpdateStatus switch
    {
        "InProgress" => ActionState.Applying,
        "Failed" => new(ActionProgress.Failed, function.LastUpdateStatusReason),
        _ => ActionState.Done,
    };

    /// <summary>What people wrote stays in front; an older mark of Helm's goes.</summary>
    private static string Marked(string description, string mark)
    {
        var own = description.IndexOf("[helm ", StringComparison.Ordinal);
        var theirs = (own < 0 ? description : description[..own]).TrimEnd();
        var room = LongestDescription - mark.Length - 3;
        return $"{(theirs.Length > room ? theirs[..room] : theirs)} [{mark}]".TrimStart();
    }
}
