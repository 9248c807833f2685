using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;

namespace Helm.Host.Web.Boards;

/// <summary>Shows the plans that wait for leave, each with all that a person has to know before giving it.</summary>
internal sealed class PlanViews(IRemediation remediation)
{
    private const int MostPlans = 5;
    private const int LookedAt = 20;

    public async Task<IReadOnlyList<PlanView>> OfAsync(string environment, CancellationToken cancellation)
    {
        var open = await remediation.ListAsync(new() { Open = true, Top = LookedAt }, cancellation);
        return [.. open.Where(record => record.Status == PlanStatus.Pending && record.Plan.Environment == environment).Take(MostPlans).Select(Of)];
    }

    private static PlanView Of(PlanRecord record) =>
        new(record.Plan.Id, record.Plan.Hash, record.Plan.IssueId, [.. record.Plan.Actions.Select(Step)], record.Plan.ExpiresAt);

    private static PlannedStep Step(PlannedAction action) => new(action.Effect, action.BlastRadius, action.Risk, action.Downtime);
}
