using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Lambda;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>What mends share that point a function's alias to another version: the alias is found, moved, looked at and moved back.</summary>
internal abstract class AliasRemedy(CloudConnections connections) : CloudRemedy(connections)
{
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
                ? $"{identity.Name} has no alias: what is called is the code that was uploaded last. {WithoutAlias}"
                : $"{identity.Name} has several aliases ({string.Join(", ", aliases.Select(one => one.Name))}), and none is called live.");
        }

        return int.TryParse(alias.FunctionVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var present)
            && Choose(await VersionsAsync(cloud, identity.Name, cancellation), present) is { } chosen
            ? Possible(Plan(request.Target, identity.Name, alias, chosen.ToString(CultureInfo.InvariantCulture)))
            : Impossible($"{alias.Name} of {identity.Name} is at version {alias.FunctionVersion}, and there is none {Where} it.");
    }

    public override PlannedAction Reverse(PlannedAction done) => done with
    {
        Parameters = Parameters(
            ("function", done.Parameters["function"]), ("alias", done.Parameters["alias"]), ("from", done.Parameters["to"]), ("to", done.Parameters["from"])),
        Effect = $"point {done.Parameters["alias"]} of {done.Target.Name} to version {done.Parameters["from"]} again",
        Undo = null,
    };

    /// <summary>What helps a function without an alias.</summary>
    protected abstract string WithoutAlias { get; }

    /// <summary>before or after.</summary>
    protected abstract string Where { get; }

    /// <summary>Of all versions the one to point to; null when there is none.</summary>
    protected abstract int? Choose(IReadOnlyList<int> versions, int present);

    /// <summary>What changes, as a clause.</summary>
    protected abstract string EffectOf(string function, string from, string to);

    /// <summary>What those who call it get.</summary>
    protected abstract string Code { get; }

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

    private PlannedAction Plan(ActionTarget target, string function, FunctionAlias alias, string chosen) => new()
    {
        Action = Action,
        Target = target,
        Parameters = Parameters(("function", function), ("alias", alias.Name), ("from", alias.FunctionVersion), ("to", chosen), ("revision", alias.RevisionId)),
        Effect = EffectOf(target.Name, alias.FunctionVersion, chosen),
        BlastRadius = [$"All who call it through {alias.Name} get the {Code} code at once; who calls it without an alias notices nothing."],
        Risk = Medium,
        Downtime = NoDowntime,
        EstimatedTime = "1 minute",
        Undo = $"point {alias.Name} to version {alias.FunctionVersion} again",
    };

    private static async Task<IReadOnlyList<int>> VersionsAsync(CloudConnection cloud, string function, CancellationToken cancellation)
    {
        var versions = new List<int>();
        await foreach (var one in cloud.Lambda.ListVersionsAsync(function, cancellation))
        {
            if (int.TryParse(one.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                versions.Add(number);
            }
        }

        return versions;
    }
}
