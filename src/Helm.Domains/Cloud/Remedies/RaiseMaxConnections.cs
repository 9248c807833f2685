using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Rds;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Raises how many connections a database allows, in its parameter group: at once where the engine can, else from the next reboot on.</summary>
internal sealed class RaiseMaxConnections(CloudConnections connections) : CloudRemedy(connections)
{
    private const string Parameter = "max_connections";
    private const string PendingReboot = "pending-reboot";

    public override string Action => "increase_rds_max_connections";

    public override IReadOnlyList<string> Names => ["increase_rds_max_connections", "increase_rds_connections", "increase_capacity", "scale"];

    public override string Verb => "increase_capacity";

    protected override string Kind => "rds";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var instances = new List<DatabaseInstance>();
        await foreach (var one in cloud.Rds.DescribeDBInstancesAsync(null, cancellation))
        {
            instances.Add(one);
        }

        var instance = instances.Find(one => string.Equals(one.Identifier, identity.Name, StringComparison.OrdinalIgnoreCase));
        if (instance?.ParameterGroups is not [{ Name: var group }, ..])
        {
            return Impossible($"RDS has no instance {identity.Name} with a parameter group.");
        }

        if (group.StartsWith("default.", StringComparison.Ordinal))
        {
            return Impossible($"{identity.Name} uses the default parameter group {group}, which nobody can modify. Give it a group of its own first.");
        }

        var sharing = instances.Where(one => one != instance && one.ParameterGroups.Any(used => used.Name == group)).Select(one => one.Identifier);
        return Judge(request, instance.Identifier, group, await ParameterAsync(cloud, group, cancellation), [.. sharing]);
    }

    public override PlannedAction? Reverse(PlannedAction done) => done.From is not { } from ? null : done with
    {
        Parameters = Parameters([.. done.Parameters.Select(one => (one.Key, (string?)one.Value)), ("from", done.Parameters["to"]), ("to", Text(from))]),
        Effect = $"lower {Parameter} of {done.Parameters["group"]} from {done.Parameters["to"]} back to {Text(from)}",
        From = done.To,
        To = from,
        Undo = null,
    };

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Rds.ModifyDBParameterGroupAsync(
            action.Parameters["group"], [new(Parameter, action.Parameters["to"], action.Parameters["apply_method"])], cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var value = (await ParameterAsync(cloud, action.Parameters["group"], cancellation))?.Value;
        if (value != action.Parameters["to"])
        {
            return value == action.Parameters["from"] ? ActionState.NotDone : new(ActionProgress.CannotTell, "Somebody set another value meanwhile.");
        }

        await foreach (var instance in cloud.Rds.DescribeDBInstancesAsync(action.Parameters["instance"], cancellation))
        {
            return instance.ParameterGroups.FirstOrDefault(group => group.Name == action.Parameters["group"])?.ApplyStatus switch
            {
                "applying" => ActionState.Applying,
                PendingReboot => new(ActionProgress.Done, $"It takes effect at the next reboot of {action.Target.Name}."),
                _ => ActionState.Done,
            };
        }

        return ActionState.Done;
    }

    private RemedyProposal Judge(
        RemedyRequest request, string instance, string group, DatabaseParameter? parameter, IReadOnlyList<string> sharing)
    {
        if (parameter is not { IsModifiable: true })
        {
            return Impossible($"{Parameter} of {group} cannot be modified.");
        }

        int? from = int.TryParse(parameter.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if ((request.To ?? from * 2) is not { } wished)
        {
            return Impossible($"{Parameter} of {group} is calculated ({parameter.Value ?? "by the engine"}), so I cannot double it. Say a number.");
        }

        return Whole(wished, Least(parameter), Most(parameter)) is not { } to
            ? Impossible($"{Parameter} takes {parameter.AllowedValues ?? "a whole number"}; {wished:0.##} is none of them.")
            : to == from ? Impossible($"{Parameter} of {group} is {to} already.") : Possible(Steps(request, Plan(request.Target, instance, group, parameter, (from, to), sharing)));
    }

    /// <summary>What ends a fault has to be in force: an engine that reads its limit at its start only is rebooted with it.</summary>
    private static IReadOnlyList<PlannedAction> Steps(RemedyRequest request, PlannedAction raise) =>
        request.Cures && raise.Parameters["apply_method"] == PendingReboot
            ? [raise, RebootDatabase.Planned(request.Target, raise.Parameters["instance"], "The new limit takes effect.")]
            : [raise];

    private PlannedAction Plan(
        ActionTarget target, string instance, string group, DatabaseParameter parameter, (int? From, int To) change, IReadOnlyList<string> sharing)
    {
        var atOnce = parameter.ApplyType == "dynamic";
        var (from, to) = change;
        return new()
        {
            Action = Action,
            Target = target,
            Parameters = Parameters(
                ("instance", instance), ("group", group), ("from", parameter.Value), ("to", Text(to)), ("apply_method", atOnce ? "immediate" : PendingReboot)),
            Effect = $"{(to > from || from is null ? "raise" : "lower")} {Parameter} of {target.Name} from {parameter.Value ?? "the engine's own"} to {to}{(atOnce ? "" : $", in force after the next reboot of {target.Name}")}",
            BlastRadius =
            [
                "Every connection takes memory of the database.",
                .. sharing.Count > 0 ? (string[])[$"The parameter group {group} is shared: it changes {string.Join(", ", sharing)} too."] : [],
                .. atOnce ? (string[])[] : [$"This engine reads it at its start only: nothing changes until {target.Name} is rebooted."],
            ],
            Risk = sharing.Count > 0 ? Medium : Low,
            Downtime = NoDowntime,
            EstimatedTime = "2 minutes",
            Undo = from is null ? null : $"set {from} again",
            From = from,
            To = to,
        };
    }

    private static async Task<DatabaseParameter?> ParameterAsync(CloudConnection cloud, string group, CancellationToken cancellation)
    {
        await foreach (var parameter in cloud.Rds.DescribeDBParametersAsync(group, cancellation))
        {
            if (parameter.Name == Parameter)
            {
                return parameter;
            }
        }

        return null;
    }

    // "1-100000"
    private static int Least(DatabaseParameter parameter) => Bound(parameter, 0) ?? 1;

    private static int Most(DatabaseParameter parameter) => Bound(parameter, 1) ?? 100_000;

    private static int? Bound(DatabaseParameter parameter, int place) =>
        parameter.AllowedValues?.Split('-') is { Length: 2 } bounds && int.TryParse(bounds[place], NumberStyles.None, CultureInfo.InvariantCulture, out var bound) ? bound : null;

    private static string Text(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);
}
