using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Policy;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Running;

/// <summary>When a mend has helped, the other issues of the same cause are measured after it too, instead of waiting until the fault has left the check's window.</summary>
internal sealed class MendedTogether(
    IIssueReader issues, IIssueEditor editor, IIndicatorMeter meter, IOptions<RemediationOptions> options, TimeProvider time) : IIssueChangeConsumer
{
    public string Name => "mended-together";

    public bool Wants(IssueChange change) => change is IssueChange.Resolved;

    public async Task HandleAsync(ChangedIssue change, CancellationToken cancellation)
    {
        if (await issues.FindAsync(change.IssueId, cancellation) is not { Status: IssueStatus.Resolved, Metadata.MendedAt: { } mended, RootCause: { Identified: true, Cause: { } cause } } issue)
        {
            return;
        }

        foreach (var other in await issues.ListAsync(new() { Environment = issue.Environment }, cancellation))
        {
            if (other.RootCause.Cause == cause && await meter.MeasureAsync(other, mended, options.Value.VerifyOver, cancellation) is { Health: Health.Healthy })
            {
                await editor.EditAsync(other.IssueId, IssueChange.Resolved, one => Resolved(one, issue.IssueId, mended), cancellation);
            }
        }
    }

    private Issue? Resolved(Issue one, string with, DateTimeOffset mended) => one.Status is IssueStatus.Resolved or IssueStatus.Remediating
        ? null
        : IssueLifecycle.Resolve(one, $"Resolved with {with}: well again, measured after the change", time.GetUtcNow()) is var resolved
            ? resolved with { Metadata = resolved.Metadata with { MendedAt = mended } }
            : null;
}
