using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Dialogs;
using Helm.Operations.Delivery;

namespace Helm.Chat.Slack;

/// <summary>Sends what Helm tells on its own account; what belongs to one issue stands in one thread of a channel.</summary>
internal sealed class SlackDelivery(SlackApi api, ChannelPace pace, IWording wording, IOutbox outbox) : IDeliveryChannel
{
    public string Name => "slack";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var content = Draw(wording.Word(message));
        var thread = message.Correlation is { } issue ? await outbox.ReferenceAsync(Name, message.Address, issue, cancellation) : null;
        await pace.WaitAsync(message.Address, cancellation);
        var sent = await api.CallAsync(
            "chat.postMessage",
            new()
            {
                ["channel"] = message.Address,
                ["thread_ts"] = thread,
                ["reply_broadcast"] = thread is null ? null : true,
                ["text"] = content.Text,
                ["blocks"] = content.Blocks,
                ["unfurl_links"] = false,
                ["unfurl_media"] = false,
            },
            cancellation);
        return sent.Ok ? new DeliveryOutcome.Delivered(thread ?? sent.Body.Text("ts"))
            : sent.MayTryAgain ? new DeliveryOutcome.RetryAfter(Reason(sent), sent.RetryAfter)
            : new DeliveryOutcome.Refused(Reason(sent));
    }

    private static SlackContent Draw(WordedMessage worded)
    {
        var lines = worded.Text.Split('\n');
        return BlockKit.Draw(
            new Card
            {
                Title = worded.Title,
                Sections = [new(null, lines[0] == worded.Title ? lines[1..] : lines, [])],
                Actions = [.. worded.Says.Select(says => new CardAction(says, says))],
            },
            worded.Text);
    }

    private static string Reason(SlackResult sent) => sent.Error switch
    {
        "channel_not_found" or "not_in_channel" => $"Slack says {sent.Error}: invite Helm to the channel.",
        var error => $"Slack says {error}.",
    };
}
