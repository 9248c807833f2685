using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Lambda;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Points a function's alias back to the version before its present one.</summary>
internal sealed class RollBackLambda(CloudConnections connections) : CloudRemedy(connections)
{
    public override string Action => "rollback_lambda";

    public override IReadOnlyList<string> Names => ["rollback_lambda", "rollback"];

    protected override string Kind => "lambda";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var aliases = new List<FunctionAlias>();
        await foreach (var one in cloud.Lambda.ListAliasesAsync(identity.Name, cancellation))
        {
            aliases.Add(one);
        }

        var wanted = request.Target.Arn?.Split(':') is [.., "function", _, var qualifier] ? qualifier : "live";
        var alias = aliases.Find(one => one.Name == wanted) ?? (aliases is [var only] ? only : null);
        if (alias is null)
        {
            return Impossible(aliases.Count == 0
                ? $"{identity.Name} has no alias: what is called is the code that was uploaded last. Deploy the former code instead."
                : $"{identity.Name} has several aliases ({string.Join(", ", aliases.Select(one => one.Name))}), and none is called live.");
        }

        var former = await BeforeAsync(cloud, identity.Name, alias.FunctionVersion, cancellation);
        return former is null
            ? Impossible($"{alias.Name} of {identity.Name} is at version {alias.FunctionVersion}, and there is none before it.")
            : Possible(Plan(request.Target, identity.Name, alias, former));
    }

    public override PlannedAction Reverse(PlannedAction done) => done with
    {
        Parameters = Parameters(
            ("function", done.Parameters["function"]), ("alias", done.Parameters["alias"]), ("from", done.Parameters["to"]), ("to", done.Parameters["from"])),
        Effect = $"point {done.Parameters["alias"]} of {done.Target.Name} to version {done.Parameters["from"]} again",
        Undo = null,
    };

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Lambda.UpdateAliasAsync(
            action.Parameters["function"], action.Parameters["alias"], action.Parameters["to"], action.Parameters.GetValueOrDefault("revision"), cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var now = (await cloud.Lambda.GetAliasAsync(action.Parameters["function"], action.Parameters["alias"], cancellation)).FunctionVersion;
        return now == action.Parameters["to"] ? ActionState.Done
            : now == action.Parameters["from"] ? ActionState.NotDone
            : new(ActionProgress.CannotTell, $"Somebody pointed it to version {now} meanwhile.");
    }

    private PlannedAction Plan(ActionTarget target, string function, FunctionAlias alias, string former) => new()
    {
        Action = Action,
        Target = target,
        Parameters = Parameters(("function", function), ("alias", alias.Name), ("from", alias.FunctionVersion), ("to", former), ("revision", alias.RevisionId)),
        Effect = $"roll the function {target.Name} back from version {alias.FunctionVersion} to {former}",
        BlastRadius = [$"All who call it through {alias.Name} get the former code at once; who calls it without an alias notices nothing."],
        Risk = Medium,
        Downtime = NoDowntime,
        EstimatedTime = "1 minute",
        Undo = $"point {alias.Name} to version {alias.FunctionVersion} again",
    };

    private static async Task<string?> BeforeAsync(CloudConnection cloud, string function, string version, CancellationToken cancellation)
    {
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var present))
        {
            return null;
        }

        var before = 0;
        await foreach (var one in cloud.Lambda.ListVersionsAsync(function, cancellation))
        {
            if (int.TryParse(one.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < present)
            {
                before = Math.Max(before, number);
            }
        }

        return before > 0 ? before.ToString(CultureInfo.InvariantCulture) : null;
    }
}
