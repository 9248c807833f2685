using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Notices;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>Sends what Helm tells on its own account; what belongs together stands in one thread of a channel.</summary>
internal sealed class SlackDelivery(
    SlackPosts posts, NoticeLibrary notices, IOutbox outbox, AlertMessages alerts, PlanMessages plans, IOptions<SlackOptions> options) : IDeliveryChannel
{
    /// <summary>Somebody has deleted it, or the workspace lets nothing be changed so late: there is nothing to put anew.</summary>
    private static readonly string[] Unchangeable = ["message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found"];

    public string Name => "slack";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (!options.Value.IsConfigured)
        {
            return new DeliveryOutcome.Refused("Slack is not connected: Helm:Slack:BotToken is not set.");
        }

        if (MessageUpdate.Read(message) is { } update)
        {
            return await UpdateAsync(message, update, cancellation);
        }

        await plans.ToldAsync(message, cancellation);
        var place = SlackPlace.Of(message.Address);
        var known = message.Correlation is { } matter ? await outbox.ReferenceAsync(Name, message.Address, matter, cancellation) : null;
        var sent = await posts.PostAsync(place with { Thread = place.Thread ?? known }, place.Thread is null && known is not null, Draw(message), cancellation);
        if (sent.Ok && sent.Body.Text("ts") is { } ts && sent.Body.Text("channel") is { } channel)
        {
            await alerts.SentAsync(message, channel, ts, cancellation);
        }

        return Outcome(sent, known ?? sent.Body.Text("ts"));
    }

    private async Task<DeliveryOutcome> UpdateAsync(OutboxMessage message, MessageUpdate update, CancellationToken cancellation)
    {
        var sent = await posts.UpdateAsync(update.Place, update.Id, Draw(message with { Kind = update.Told, Body = update.Body }), cancellation);
        return Unchangeable.Contains(sent.Error) ? new DeliveryOutcome.Delivered() : Outcome(sent, null);
    }

    private static DeliveryOutcome Outcome(SlackResult sent, string? reference) =>
        sent.Ok ? new DeliveryOutcome.Delivered(reference)
        : sent.MayTryAgain ? new DeliveryOutcome.RetryAfter(Reason(sent), sent.RetryAfter)
        : new DeliveryOutcome.Refused(Reason(sent));

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
