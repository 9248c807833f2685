using Helm.Operations.Changes;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Operations.Alerts;

/// <summary>Which open issues are one incident: those of one deployment, but for one that is known to have another cause.</summary>
public sealed class Incidents(IAlertBook book, IIssueReader issues, CauseRecord causes)
{
    private const int MostOpen = 500;

    /// <summary>What belongs to one incident as long as nothing says otherwise.</summary>
    public static string GroupOf(Issue issue) => issue.Resource.DeploymentId is { } deployment
        ? $"{issue.Environment}/{deployment}"
        : $"{issue.Environment}/{issue.Domain}/{issue.Resource.Name}";

    /// <summary>The open alert that an issue belongs to; null when it has none.</summary>
    internal async Task<Alert?> OpenOfAsync(Issue issue, CancellationToken cancellation)
    {
        foreach (var alert in await NearAsync(issue, cancellation))
        {
            if (!await IsApartAsync(issue, alert.IssueId, cancellation))
            {
                return alert;
            }
        }

        return null;
    }

    /// <summary>The open alert of the issue with the issue in it; else a new one with all that is open there already.</summary>
    internal async Task<Alert> JoinAsync(ChangedIssue change, Issue issue, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await OpenOfAsync(issue, cancellation) is { } open)
        {
            return open with { Issues = [.. open.Issues.Union([issue.IssueId])], OpenIssues = [.. open.OpenIssues.Union([issue.IssueId])] };
        }

        var others = await NearAsync(issue, cancellation);
        foreach (var other in others.Where(alert => alert.Issues.Contains(issue.IssueId)))
        {
            // It was taken for a part of that incident before its cause was known.
            await book.SaveAsync(other with { Issues = Without(other.Issues, issue), OpenIssues = Without(other.OpenIssues, issue) }, cancellation);
        }

        var together = others.Count == 0 ? await TogetherAsync(issue, cancellation) : [issue.IssueId];
        return New(issue, FormattableString.Invariant($"{issue.IssueId}.{change.Number}"), others.Count == 0 ? GroupOf(issue) : $"{GroupOf(issue)}/{issue.IssueId}", together, now);
    }

    internal static Alert New(Issue issue, string id, string group, IReadOnlyList<string> together, DateTimeOffset now) => new()
    {
        Id = id,
        Group = group,
        IssueId = issue.IssueId,
        Severity = issue.Severity,
        State = AlertState.Firing,
        Issues = together,
        OpenIssues = together,
        OpenedAt = now,
    };

    /// <summary>The open alerts of the same deployment; first the one that the issue is in.</summary>
    private async Task<IReadOnlyList<Alert>> NearAsync(Issue issue, CancellationToken cancellation)
    {
        var group = GroupOf(issue);
        if (await book.OpenOfAsync(group, cancellation) is not { } first)
        {
            return [.. (await BesideAsync(group, cancellation)).OrderByDescending(alert => alert.OpenIssues.Contains(issue.IssueId))];
        }

        return [.. (await BesideAsync(group, cancellation)).Prepend(first).OrderByDescending(alert => alert.IssueId == issue.IssueId).ThenByDescending(alert => alert.OpenIssues.Contains(issue.IssueId))];
    }

    private async Task<IEnumerable<Alert>> BesideAsync(string group, CancellationToken cancellation) =>
        (await book.ListAsync(open: true, MostOpen, cancellation)).Where(alert => alert.Group.StartsWith(group + "/", StringComparison.Ordinal));

    /// <summary>What is open there already, and not known to be another matter.</summary>
    private async Task<IReadOnlyList<string>> TogetherAsync(Issue issue, CancellationToken cancellation)
    {
        var together = new List<string> { issue.IssueId };
        foreach (var near in await issues.ListAsync(new() { Environment = issue.Environment, Domain = issue.Domain }, cancellation))
        {
            if (near.IssueId != issue.IssueId && GroupOf(near) == GroupOf(issue) && !await IsApartAsync(near, issue.IssueId, cancellation))
            {
                together.Add(near.IssueId);
            }
        }

        return together;
    }

    /// <summary>Known to be another matter: each has a cause, and they are at different components; or the cause of one leaves the other out.</summary>
    private async Task<bool> IsApartAsync(Issue issue, string leaderId, CancellationToken cancellation)
    {
        if (issue.IssueId == leaderId || await issues.FindAsync(leaderId, cancellation) is not { } leader || leader.Resource.Name == issue.Resource.Name
            || await causes.LatestAsync(issue.IssueId, cancellation) is not { } own || await causes.LatestAsync(leaderId, cancellation) is not { } its)
        {
            return false;
        }

        return (own.Verdict == Verdict.Fault, its.Verdict == Verdict.Fault) switch
        {
            (true, true) => !string.Equals(own.Component, its.Component, StringComparison.OrdinalIgnoreCase),
            (true, false) => !Suspects(own, leader),
            (false, true) => !Suspects(its, issue),
            _ => false,
        };
    }

    private static bool Suspects(IncidentReport report, Issue other) =>
        report.Components.Any(component => string.Equals(component.Component, other.Resource.Name, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Without(IEnumerable<string> ids, Issue issue) => [.. ids.Where(id => id != issue.IssueId)];
}
