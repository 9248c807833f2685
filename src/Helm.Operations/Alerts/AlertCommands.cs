using Helm.Operations.Issues;

namespace Helm.Operations.Alerts;

/// <summary>What is offered with an alert.</summary>
internal static class AlertCommands
{
    /// <summary>What somebody is at already nobody else takes on.</summary>
    public static IReadOnlyList<NoticeCommand> ForOpen(Issue issue, AlertState state) =>
    [
        new("Remediate", $"/helm:remediate {issue.IssueId} --action=immediate"),
        new("Investigate", $"/helm:investigate {issue.IssueId} --details"),
        new("Escalate", $"/helm:escalate {issue.IssueId} --to=faber"),
        .. state == AlertState.Acknowledged ? Array.Empty<NoticeCommand>() : [new("Acknowledge", $"/helm:ack {issue.IssueId}")],
        new("Snooze 1 hour", $"/helm:silence {issue.IssueId} --for=1h"),
    ];

    public static IReadOnlyList<NoticeCommand> ForResolved(Issue issue) =>
        issue.Escalation.EscalatedToFaber ? [] : [new("Escalate for a permanent fix", $"/helm:escalate {issue.IssueId} --permanent")];
}
