using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Timers;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Hands issues over by themselves when a rule holds: at a change, or when an issue has become old enough.</summary>
public sealed class EscalationConsumer(
    Escalations escalations, EscalationRules rules, IIssueReader issues, ITimers timers, IOptions<EscalationOptions> options, TimeProvider time)
    : IIssueChangeConsumer, ITimerHandler
{
    private const string TimerKind = "escalation";

    public string Name => "escalation";

    public string Kind => TimerKind;

    public bool Wants(IssueChange change) => options.Value.Automatic && escalations.IsOn && change
        is IssueChange.Opened or IssueChange.Reopened or IssueChange.Worsened or IssueChange.Updated or IssueChange.RemediationFailed;

    public async Task HandleAsync(ChangedIssue change, CancellationToken cancellation)
    {
        var issue = await JudgeAsync(change.IssueId, cancellation);
        if (issue is { Escalation.EscalatedToFaber: false } && change.Change is IssueChange.Opened or IssueChange.Reopened)
        {
            foreach (var age in rules.Ages())
            {
                var key = FormattableString.Invariant($"{TimerKind}/{change.IssueId}/{age.TotalSeconds}");
                await timers.SetAsync(new(key, issue!.Detection.DetectedAt + age + TimeSpan.FromSeconds(1), TimerKind, change.IssueId), cancellation);
            }
        }
    }

    public Task HandleAsync(DueTimer timer, CancellationToken cancellation) => JudgeAsync(timer.Payload, cancellation);

    private async Task<Issue?> JudgeAsync(string issueId, CancellationToken cancellation)
    {
        var issue = await issues.FindAsync(issueId, cancellation);
        if (issue is { Status: not IssueStatus.Resolved, Escalation.EscalatedToFaber: false }
            && await rules.MatchAsync(issue, time.GetUtcNow(), cancellation) is { } rule)
        {
            await escalations.RequestAsync(issueId, $"By the rule {rule.Name}.", rule, permanent: false, cancellation);
        }

        return issue;
    }
}
