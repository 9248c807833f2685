using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Rds;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Reboots a database instance; RDS's own events tell afterwards whether it did.</summary>
internal sealed class RebootDatabase(CloudConnections connections, TimeProvider time) : CloudRemedy(connections)
{
    // RDS writes its events in whole seconds, by a clock of its own.
    private static readonly TimeSpan ClockRoom = TimeSpan.FromSeconds(2);

    private const string Reboot = "reboot_rds";

    public override string Action => Reboot;

    public override IReadOnlyList<string> Names => [Reboot, "restart", "reboot"];

    public override string Verb => "restart";

    protected override string Kind => "rds";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation) =>
        await FindAsync(cloud, identity.Name, cancellation) switch
        {
            null => Impossible($"RDS has no instance {identity.Name}."),
            { Status: not "available" } busy => Impossible($"{identity.Name} is {busy.Status}; only an available instance can be rebooted."),
            { } instance => Possible(Planned(
                request.Target, instance.Identifier,
                instance.ParameterGroups.Any(group => group.ApplyStatus == "pending-reboot") ? "Parameters that wait for a reboot take effect." : null)),
        };

    /// <summary>The step itself.</summary>
    /// <param name="more">What else it touches.</param>
    public static PlannedAction Planned(ActionTarget target, string instance, string? more) => new()
    {
        Action = Reboot,
        Target = target,
        Parameters = Parameters(("instance", instance)),
        Effect = $"reboot the database {target.Name}",
        BlastRadius = ["All connections are dropped, and whoever uses the database waits or fails until it is back.", .. more is null ? (string[])[] : [more]],
        Risk = Medium,
        Downtime = "about 1 minute",
        EstimatedTime = "2 minutes",
    };

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.Rds.RebootDBInstanceAsync(action.Parameters["instance"], cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        var name = action.Parameters["instance"];
        var instance = await FindAsync(cloud, name, cancellation);
        if (instance?.Status == "rebooting")
        {
            return ActionState.Applying;
        }

        var events = new List<string>();
        await foreach (var happened in cloud.Rds.DescribeEventsAsync(name, mark.At - ClockRoom, time.GetUtcNow() + ClockRoom, cancellation))
        {
            events.Add(happened.Message);
        }

        return events switch
        {
            _ when events.Any(text => text.Contains("restarted", StringComparison.OrdinalIgnoreCase)) => ActionState.Done,
            _ when events.Any(text => text.Contains("shutdown", StringComparison.OrdinalIgnoreCase)) => ActionState.Applying,
            _ => new(ActionProgress.CannotTell, $"RDS has no event that shows a reboot of {name}, and its events may come late."),
        };
    }

    private static async Task<DatabaseInstance?> FindAsync(CloudConnection cloud, string name, CancellationToken cancellation)
    {
        await foreach (var instance in cloud.Rds.DescribeDBInstancesAsync(name, cancellation))
        {
            return instance;
        }

        return null;
    }
}
