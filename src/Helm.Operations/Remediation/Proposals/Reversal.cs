using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>The steps that take others back, the last first; what cannot be taken back is left out.</summary>
internal static class Reversal
{
    public static IReadOnlyList<PlannedAction> Of(IEnumerable<PlannedAction> done, RemedyCatalogue catalogue) =>
    [
        .. done.Reverse()
            .Select(action => catalogue.Find(action.Action, action.Target.Type)?.Reverse(action))
            .OfType<PlannedAction>(),
    ];
}
