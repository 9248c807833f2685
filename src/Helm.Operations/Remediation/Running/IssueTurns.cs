using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Running;

/// <summary>What a plan does to its issue: active, remediating, then resolved or remediation_failed.</summary>
public sealed class IssueTurns(IIssueEditor editor, TimeProvider time)
{
    public Task BeginAsync(PlanRecord record, CancellationToken cancellation) => EditAsync(
        record, IssueChange.Remediating,
        issue => issue.Status == IssueStatus.Resolved ? null : Noted(issue, $"Remediation {record.Plan.Id} begins: {Effects(record)}") with { Status = IssueStatus.Remediating },
        cancellation);

    public Task AppliedAsync(PlanRecord record, CancellationToken cancellation) => EditAsync(
        record, IssueChange.Noted,
        issue => issue.Status == IssueStatus.Resolved ? null : Noted(issue, $"Remediation {record.Plan.Id} is in effect; measuring whether it helps"),
        cancellation);

    /// <summary>Resolved only when it was measured to hold; samples from before the change do not open it again.</summary>
    public Task ResolveAsync(PlanRecord record, CancellationToken cancellation) => EditAsync(
        record, IssueChange.Resolved,
        issue => issue.Status == IssueStatus.Resolved
            ? null
            : IssueLifecycle.Resolve(issue, $"Resolved by {record.Plan.Id}: {record.Outcome}", time.GetUtcNow()) is var resolved
                ? resolved with { Metadata = resolved.Metadata with { MendedAt = record.EffectiveAt } }
                : null,
        cancellation);

    public Task FailAsync(PlanRecord record, CancellationToken cancellation) => EditAsync(
        record, IssueChange.RemediationFailed,
        issue => issue.Status == IssueStatus.Resolved ? null : Noted(issue, $"Remediation {record.Plan.Id} failed: {record.Outcome}") with { Status = IssueStatus.RemediationFailed },
        cancellation);

    private static string Effects(PlanRecord record) => string.Join("; ", record.Plan.Actions.Select(action => action.Effect));

    private Issue Noted(Issue issue, string text) => IssueLifecycle.Note(issue, text, time.GetUtcNow());

    private async Task EditAsync(PlanRecord record, IssueChange change, Func<Issue, Issue?> edit, CancellationToken cancellation)
    {
        if (record.Plan.IssueId is { } id)
        {
            await editor.EditAsync(id, change, edit, cancellation);
        }
    }
}
