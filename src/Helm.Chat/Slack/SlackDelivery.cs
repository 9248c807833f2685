using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Notices;
using Helm.Operations.Delivery;

namespace Helm.Chat.Slack;

/// <summary>Sends what Helm tells on its own account; what belongs together stands in one thread of a channel.</summary>
internal sealed class SlackDelivery(SlackApi api, ChannelPace pace, NoticeLibrary notices, IOutbox outbox) : IDeliveryChannel
{
    private static readonly string[] NotThere = ["channel_not_found", "not_in_channel", "is_archived"];

    public string Name => "slack";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var place = SlackPlace.Of(message.Address);
        var known = message.Correlation is { } matter ? await outbox.ReferenceAsync(Name, message.Address, matter, cancellation) : null;
        var sent = await PostAsync(place with { Thread = place.Thread ?? known }, place.Thread is null && known is not null, Draw(message), cancellation);
        return sent.Ok ? new DeliveryOutcome.Delivered(known ?? sent.Body.Text("ts"))
            : sent.MayTryAgain ? new DeliveryOutcome.RetryAfter(Reason(sent), sent.RetryAfter)
            : new DeliveryOutcome.Refused(Reason(sent));
    }

    /// <param name="aloud">Whether what stands in the thread is shown in the channel too.</param>
    private async Task<SlackResult> PostAsync(SlackPlace place, bool aloud, SlackContent content, CancellationToken cancellation)
    {
        if (place.Channel is null)
        {
            var opened = await api.CallAsync("conversations.open", new() { ["users"] = place.User }, cancellation);
            return opened.Body.Text("channel", "id") is { } own ? await PostAsync(new(own, null, null), aloud: false, content, cancellation) : opened;
        }

        await pace.WaitAsync(place.Channel, cancellation);
        var sent = await api.CallAsync(
            "chat.postMessage",
            new()
            {
                ["channel"] = place.Channel,
                ["thread_ts"] = place.Thread,
                ["reply_broadcast"] = aloud ? true : null,
                ["text"] = content.Text,
                ["blocks"] = content.Blocks.DeepClone(),
                ["unfurl_links"] = false,
                ["unfurl_media"] = false,
            },
            cancellation);
        return place.User is not null && NotThere.Contains(sent.Error)
            ? await PostAsync(new(null, null, place.User), aloud: false, content, cancellation)
            : sent;
    }

    private SlackContent Draw(OutboxMessage message)
    {
        var worded = notices.Word(message);
        if (notices.CardOf(message) is { } card)
        {
            return BlockKit.Draw(card, worded.Text, []);
        }

        var lines = worded.Text.Split('\n');
        return BlockKit.Draw(new Card { Title = worded.Title, Sections = [new(null, lines[0] == worded.Title ? lines[1..] : lines, [])] }, worded.Text, worded.Says);
    }

    private static string Reason(SlackResult sent) => sent.Error switch
    {
        "channel_not_found" or "not_in_channel" => $"Slack says {sent.Error}: invite Helm to the channel.",
        var error => $"Slack says {error}.",
    };
}
