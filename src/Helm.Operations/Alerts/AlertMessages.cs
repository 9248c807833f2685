using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Helm.Operations.Changes;
using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Transactions;

namespace Helm.Operations.Alerts;

/// <summary>Keeps true what stands in channels: a message about an issue is put anew when the issue changes.</summary>
public sealed class AlertMessages(
    ITransactions transactions, ISentMessages sent, IAlertBook book, IIssueReader issues, AlertPost post, IOutbox outbox, TimeProvider time) : IIssueChangeConsumer
{
    /// <summary>Older ones of an issue that is told again and again stay as they are.</summary>
    private const int MostMessages = 20;

    /// <summary>What grows by itself is no change that is worth a call.</summary>
    private static readonly string[] Growing = ["duration_minutes", "repeated"];

    public string Name => "messages";

    public bool Wants(IssueChange change) => change is not (IssueChange.None or IssueChange.Noted);

    public Task HandleAsync(ChangedIssue change, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            foreach (var message in await sent.ListAsync(change.IssueId, MostMessages, token))
            {
                await RefreshAsync(message, token);
            }
        },
        cancellation);

    /// <summary>To be called by a channel that can change what it sent; what changed on the way is caught up with.</summary>
    public Task SentAsync(OutboxMessage message, string place, string id, CancellationToken cancellation) =>
        message.Kind != AlertNotice.Firing || JsonNode.Parse(message.Body)?["issue_id"]?.GetValue<string>() is not { } issueId
            ? Task.CompletedTask
            : transactions.RunAsync(
                async token =>
                {
                    var kept = new SentMessage(message.Channel, place, id, issueId, message.Address, Digest(message.Kind, message.Body), time.GetUtcNow());
                    await sent.AddAsync(kept, token);
                    await RefreshAsync(kept, token);
                },
                cancellation);

    private async Task RefreshAsync(SentMessage message, CancellationToken cancellation)
    {
        if (await issues.FindAsync(message.Subject, cancellation) is not { } issue || await book.LatestWithAsync(issue.IssueId, cancellation) is not { } alert)
        {
            return;
        }

        var kind = issue.Status == IssueStatus.Resolved ? AlertNotice.Resolved : AlertNotice.Firing;
        var body = (await post.NoticeAsync(alert, issue, kind, cancellation)).ToJson();
        var digest = Digest(kind, body);
        if (digest != message.Shown)
        {
            await sent.AddAsync(message with { Shown = digest }, cancellation);
            var update = new MessageUpdate(message.Place, message.Id, kind, body).Write();
            await outbox.AddAsync(new($"update/{Guid.CreateVersion7()}", message.Channel, message.Address, MessageUpdate.Kind, update), cancellation);
        }
    }

    private static string Digest(string kind, string body)
    {
        var facts = JsonNode.Parse(body)!.AsObject();
        foreach (var name in Growing)
        {
            facts.Remove(name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind + facts.ToJsonString())));
    }
}
