using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Empties a distribution's caches at all edges; its reference is the step's mark, by which it is found again.</summary>
internal sealed class InvalidateDistribution(CloudConnections connections) : CloudRemedy(connections)
{
    public override string Action => "clear_cache";

    public override IReadOnlyList<string> Names => ["clear_cache"];

    public override string Verb => "clear_cache";

    protected override string Kind => "cloudfront";

    protected override async Task<RemedyProposal> LookAsync(
        CloudConnection cloud, RemedyRequest request, ResourceIdentity identity, CancellationToken cancellation)
    {
        var distribution = await cloud.CloudFront.GetDistributionAsync(identity.Name, cancellation);
        return Possible(new PlannedAction
        {
            Action = Action,
            Target = request.Target,
            Parameters = Parameters(("distribution", distribution.Id), ("paths", "/*")),
            Effect = $"clear the caches of the distribution {request.Target.Name} at all edges",
            BlastRadius = ["Every file is fetched from its origin again, which is slower at first and a load on the origin."],
            Risk = Low,
            Downtime = NoDowntime,
            EstimatedTime = "2 minutes",
        });
    }

    protected override Task ChangeAsync(CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        cloud.CloudFront.CreateInvalidationAsync(action.Parameters["distribution"], [action.Parameters["paths"]], mark.Text, cancellation);

    protected override async Task<ActionState> StateAsync(
        CloudConnection cloud, PlannedAction action, StepMark mark, CancellationToken cancellation) =>
        await cloud.CloudFront.FindInvalidationAsync(action.Parameters["distribution"], mark.Text, cancellation) switch
        {
            null => ActionState.NotDone,
            { Status: "Completed" } => ActionState.Done,
            _ => ActionState.Applying,
        };
}
