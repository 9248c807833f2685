using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>What all mends in AWS share: who asks and who changes, and what a failed call means for a change.</summary>
internal abstract class CloudRemedy(CloudConnections connections) : IRemedy
{
    protected const string Low = "low";
    protected const string Medium = "medium";
    protected const string NoDowntime = "0 seconds";

    public abstract string Action { get; }

    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>What action documents call it.</summary>
    public abstract string Verb { get; }

    public virtual string VerbOf(PlannedAction step) => Verb;

    /// <summary>Helm's own word for the type that it mends: lambda.</summary>
    protected abstract string Kind { get; }

    public bool Mends(string resourceType) =>
        CloudKinds.All.First(kind => kind.Names[0] == Kind).Names.Contains(resourceType, StringComparer.OrdinalIgnoreCase);

    public async Task<RemedyProposal> ProposeAsync(RemedyRequest request, CancellationToken cancellation)
    {
        try
        {
            var place = connections.PlaceOf(request.Target.Environment, request.Target.Arn);
            connections.HoldRemediator(place);
            var cloud = await connections.ConnectAsync(place, cancellation);
            return await LookAsync(cloud, request, IdentityOf(request.Target), cancellation);
        }
        catch (CloudException fault)
        {
            return new RemedyProposal.Impossible($"I cannot change {request.Target.Name}. {fault.Message}");
        }
    }

    public async Task<SendOutcome> SendAsync(PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        try
        {
            var place = connections.PlaceOf(action.Target.Environment, action.Target.Arn);
            var cloud = await connections.ConnectForChangeAsync(place, cancellation);
            await ChangeAsync(cloud, action, mark, cancellation);
            return new(SendResult.Accepted);
        }
        catch (CloudException fault)
        {
            return new(fault.Kind == CloudFaultKind.Ambiguous ? SendResult.Ambiguous : SendResult.Refused, fault.Message);
        }
#pragma warning disable CA1031 // Whatever it was, the change may have left: only describing tells.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new(SendResult.Ambiguous, fault.Message);
        }
    }

    public async Task<ActionState> DescribeAsync(PlannedAction action, StepMark mark, CancellationToken cancellation)
    {
        try
        {
            var cloud = await connections.ConnectAsync(connections.PlaceOf(action.Target.Environment, action.Target.Arn), cancellation);
            return await StateAsync(cloud, action, mark, cancellation);
        }
        catch (CloudException fault)
        {
            return new(ActionProgress.CannotTell, fault.Message);
        }
    }

    public virtual PlannedAction? Reverse(PlannedAction done) => null;

    /// <summary>The dry run.</summary>
    protected abstract Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation);

    /// <summary>Sends the one call that changes something.</summary>
    protected abstract Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation);

    protected abstract Task<ActionState> StateAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation);

    protected static ResourceIdentity IdentityOf(ActionTarget target) => ResourceIdentity.Of(new DeployedResource(target.Type, target.Name, target.Arn));

    protected static RemedyProposal Possible(params IReadOnlyList<PlannedAction> actions) => new RemedyProposal.Possible(actions);

    protected static RemedyProposal Impossible(string reason) => new RemedyProposal.Impossible(reason);

    /// <summary>A whole number within bounds; null where something else was wished for.</summary>
    protected static int? Whole(decimal? wished, int least, int most) =>
        wished is { } number && number == decimal.Truncate(number) && number >= least && number <= most ? (int)number : null;

    /// <summary>Sorted, so that the same parameters always give the same hash.</summary>
    protected static SortedDictionary<string, string> Parameters(params IEnumerable<(string Name, string? Value)> parameters)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                sorted[name] = value;
            }
        }

        return sorted;
    }
}
