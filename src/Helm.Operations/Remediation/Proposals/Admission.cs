using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Whether proposals are taken at all now: the power, the switches, and what did not help before.</summary>
public sealed class Admission(IPlanStore plans, ISwitchboard switches, IOptions<RemediationOptions> options, TimeProvider time)
{
    private RemediationOptions Options => options.Value;

    /// <summary>Null when proposals are taken.</summary>
    internal async Task<ProposalResult?> RefuseAsync(ProposalRequest request, CancellationToken cancellation)
    {
        if (!Options.Enabled)
        {
            return ProposalResult.Refuse(RefusalKind.PowerOff, $"Remediation is not switched on ({RemediationOptions.Section}:Enabled).");
        }

        if ((await switches.CurrentAsync(cancellation)).For(request.ByItself) is { } stop)
        {
            return ProposalResult.Refuse(RefusalKind.Frozen, stop.Told);
        }

        return request.Issue is { } issue ? await ExhaustedAsync(issue.IssueId, request.ByItself, cancellation) : null;
    }

    private async Task<ProposalResult?> ExhaustedAsync(string issueId, bool byItself, CancellationToken cancellation)
    {
        var failed = (await plans.ListAsync(new() { IssueId = issueId, Top = 100 }, cancellation))
            .Where(record => record is { Status: PlanStatus.Failed, EffectiveAt: not null }).ToArray();
        if (failed.Length >= Options.MostIneffective)
        {
            return ProposalResult.Refuse(RefusalKind.Exhausted, $"{failed.Length} mends of {issueId} did not help, so I try no more. Escalate it to those who can change the code.");
        }

        return byItself && failed.Any(record => record.EndedAt + Options.Cooldown.Value > time.GetUtcNow())
            ? ProposalResult.Refuse(RefusalKind.Exhausted, $"A mend of {issueId} did not help a moment ago; I wait before I try again.")
            : null;
    }
}
