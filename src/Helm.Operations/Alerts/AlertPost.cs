using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Puts messages about alerts into the outbox, one for each destination.</summary>
public sealed class AlertPost(IOutbox outbox, IIssueReader issues, IOptions<AlertingOptions> options, TimeProvider time)
{
    /// <param name="alert">As it is after this message.</param>
    /// <param name="kind">Of <see cref="AlertNotice"/>.</param>
    public async Task SendAsync(Alert alert, Issue issue, string kind, IEnumerable<string> destinations, CancellationToken cancellation)
    {
        var body = (await NoticeAsync(alert, issue, kind, cancellation)).ToJson();
        foreach (var name in destinations)
        {
            if (options.Value.Destinations.TryGetValue(name, out var destination))
            {
                var key = FormattableString.Invariant($"{kind}/{alert.Id}/{alert.Notified}/{name}");
                await outbox.AddAsync(new(key, destination.Channel, destination.Address, kind, body, null, alert.Id), cancellation);
            }
        }
    }

    /// <summary>What a message of this kind says now.</summary>
    internal async Task<AlertNotice> NoticeAsync(Alert alert, Issue issue, string kind, CancellationToken cancellation)
    {
        var others = new List<Issue>();
        foreach (var id in alert.OpenIssues.Where(id => id != issue.IssueId).Take(10))
        {
            if (await issues.FindAsync(id, cancellation) is { } other)
            {
                others.Add(other);
            }
        }

        var commands = kind == AlertNotice.Resolved ? AlertCommands.ForResolved(issue) : AlertCommands.ForOpen(issue, alert.State);
        return AlertNotice.Of(alert, issue, others, commands, time.GetUtcNow());
    }
}
