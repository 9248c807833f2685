using Helm.Operations.Issues;
using Helm.Operations.Transactions;

namespace Helm.Operations.Alerts;

/// <summary>What people do about alerts: take them on, silence them, set maintenance windows, and end these.</summary>
public sealed class Quiet(ITransactions transactions, IAlertBook book, Incidents incidents, IIssueReader issues, IIssueEditor editor, AlertPost post, TimeProvider time)
{
    /// <summary>The longest that anything is silenced, so that nothing is forgotten.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Somebody is at it: no more alerts until it is over; then a new breach is told again. Null when there is no such issue.</summary>
    public Task<Acknowledgement?> AcknowledgeAsync(string issueId, string person, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            if (await issues.FindAsync(issueId, token) is not { } issue)
            {
                return null;
            }

            if (issue.Status == IssueStatus.Resolved)
            {
                return new Acknowledgement(issue, null, false);
            }

            var now = time.GetUtcNow();
            var alert = await incidents.OpenOfAsync(issue, token)
                ?? Incidents.New(issue, FormattableString.Invariant($"{issue.IssueId}.a{now.ToUnixTimeSeconds()}"), Incidents.GroupOf(issue), [issue.IssueId], now);
            if (alert.State == AlertState.Acknowledged)
            {
                return new Acknowledgement(issue, alert.AcknowledgedBy, false);
            }

            alert = alert with { State = AlertState.Acknowledged, AcknowledgedBy = person, AcknowledgedAt = now };
            await book.SaveAsync(alert, token);
            var edit = await editor.EditAsync(issue.IssueId, IssueChange.Acknowledged, one => IssueLifecycle.Note(one, $"Acknowledged by {person}", now), token);
            await post.SendAsync(alert, edit!.Issue, AlertNotice.Acknowledged, alert.Destinations, token);
            return new Acknowledgement(edit.Issue, person, true);
        },
        cancellation);

    public Task<Silence> SilenceAsync(Silence silence, CancellationToken cancellation) =>
        transactions.RunAsync(token => book.AddAsync(silence, token), cancellation);

    /// <summary>Ends what is meant by what is named; nothing named means all.</summary>
    public Task<IReadOnlyList<Silence>> EndAsync(Silence named, bool maintenanceOnly, CancellationToken cancellation) => transactions.RunAsync<IReadOnlyList<Silence>>(
        async token =>
        {
            var meant = (await book.SilencesAsync(token))
                .Where(silence => named.Id.Length > 0 ? silence.Id == named.Id : silence.IsMeantBy(named) && (silence.Maintenance || !maintenanceOnly)).ToList();
            foreach (var silence in meant)
            {
                await book.EndAsync(silence.Id, time.GetUtcNow(), token);
            }

            return meant;
        },
        cancellation);
}

/// <summary>What became of an acknowledgement.</summary>
/// <param name="By">Who is at it; null when there is nothing to be at any more.</param>
/// <param name="IsNew">False when somebody was at it before.</param>
public sealed record Acknowledgement(Issue Issue, string? By, bool IsNew);
