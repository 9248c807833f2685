using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Opens alerts, tells them when the stages let them pass, and closes them; to be called within a transaction.</summary>
public sealed class AlertDesk(
    IAlertBook book, Incidents incidents, IIssueReader issues, IIssueEditor editor, AlertRouting routing, AlertPost post, IOptions<AlertingOptions> options, TimeProvider time)
{
    private const int MostOthers = 100;

    internal async Task JudgeAsync(ChangedIssue change, Issue issue, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var alert = await incidents.JoinAsync(change, issue, now, cancellation);
        var (facts, destinations) = await routing.RouteAsync(issue, now, cancellation);
        var one = new AlertCase
        {
            Change = change,
            Issue = issue,
            Facts = facts,
            Alert = alert,
            Destinations = destinations,
            Others = await OthersAsync(alert, cancellation),
            Silences = await book.SilencesAsync(cancellation),
            Options = options.Value,
            Now = now,
        };
        if (AlertStages.Drop(one) is var (stage, reason))
        {
            await book.SaveAsync(alert, cancellation);
            await DecideAsync(change, issue, stage, reason, cancellation);
            return;
        }

        await TellAsync(one, cancellation);
    }

    internal async Task OverAsync(ChangedIssue change, Issue issue, CancellationToken cancellation)
    {
        if (await book.LatestWithAsync(issue.IssueId, cancellation) is not { State: not AlertState.Resolved } alert || !alert.OpenIssues.Contains(issue.IssueId))
        {
            return;
        }

        var now = time.GetUtcNow();
        var left = alert.OpenIssues.Where(id => id != issue.IssueId).ToList();
        var after = alert with { OpenIssues = left };
        if (left.Count > 0)
        {
            await book.SaveAsync(after, cancellation);
            await DecideAsync(change, issue, "group", $"Resolved, but {string.Join(", ", left)} of the same incident is still open.", cancellation);
            return;
        }

        after = after with { State = AlertState.Resolved, ResolvedAt = now };
        await book.SaveAsync(after, cancellation);
        await TellOverAsync(change, after, await issues.FindAsync(alert.IssueId, cancellation) ?? issue, cancellation);
    }

    private async Task TellOverAsync(ChangedIssue change, Alert alert, Issue issue, CancellationToken cancellation)
    {
        var silenced = AlertStages.SilenceOf(issue, await book.SilencesAsync(cancellation), time.GetUtcNow());
        if (alert.Notified == 0 || silenced is not null)
        {
            var reason = silenced is null ? "Nobody was told of it, so nobody is told that it is over." : $"Silenced by {silenced.By} ({silenced.Id}).";
            await DecideAsync(change, issue, silenced is null ? "group" : "silence", reason, cancellation);
            return;
        }

        await post.SendAsync(alert, issue, AlertNotice.Resolved, alert.Destinations, cancellation);
        await DecideAsync(change, issue, "deliver", $"Told to {string.Join(", ", alert.Destinations)} that it is over.", cancellation, told: true);
    }

    private async Task TellAsync(AlertCase one, CancellationToken cancellation)
    {
        var leader = one.Alert.Notified == 0 ? await MostUrgentAsync(one, cancellation) : one.Issue;
        var alert = one.Alert with
        {
            IssueId = leader.IssueId,
            Severity = leader.Severity,
            Destinations = [.. one.Alert.Destinations.Union(one.Destinations)],
            Notified = one.Alert.Notified + 1,
            NotifiedAt = one.Now,
        };
        await book.SaveAsync(alert, cancellation);
        await post.SendAsync(alert, leader, AlertNotice.Firing, alert.Destinations, cancellation);
        await editor.EditAsync(
            leader.IssueId, IssueChange.Noted,
            issue => issue with { Metadata = issue.Metadata with { AlertCount = issue.Metadata.AlertCount + 1, LastAlertedAt = one.Now } },
            cancellation);
        await DecideAsync(one.Change, one.Issue, "deliver", $"Told to {string.Join(", ", alert.Destinations)} as {leader.IssueId}.", cancellation, told: true);
    }

    /// <summary>The first message about an incident is about its most urgent issue, in whatever order they came.</summary>
    private async Task<Issue> MostUrgentAsync(AlertCase one, CancellationToken cancellation)
    {
        var best = one.Issue;
        foreach (var id in one.Alert.OpenIssues.Where(id => id != one.Issue.IssueId))
        {
            if (await issues.FindAsync(id, cancellation) is { } other && other.Status != IssueStatus.Resolved && other.Priority > best.Priority)
            {
                best = other;
            }
        }

        return best;
    }

    private async Task<IReadOnlyList<Issue>> OthersAsync(Alert alert, CancellationToken cancellation)
    {
        if (options.Value.Inhibit.Count == 0)
        {
            return [];
        }

        var others = new List<Issue>();
        foreach (var other in (await book.ListAsync(open: true, MostOthers, cancellation)).Where(other => other.Id != alert.Id))
        {
            if (await issues.FindAsync(other.IssueId, cancellation) is { } issue)
            {
                others.Add(issue);
            }
        }

        return others;
    }

    private Task DecideAsync(
        ChangedIssue change, Issue issue, string stage, string reason, CancellationToken cancellation, bool told = false) =>
        book.DecideAsync(new(issue.IssueId, change.Number, time.GetUtcNow(), stage, reason, told), cancellation);
}
