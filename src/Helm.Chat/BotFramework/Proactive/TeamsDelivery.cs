using System.Net;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;

namespace Helm.Chat.BotFramework.Proactive;

/// <summary>Sends what Helm tells on its own account to conversations that it takes part in; the card of one matter is kept up to date in place.</summary>
/// <param name="name">As destinations and conversations name the channel: <c>teams</c>, <c>msteams</c>, <c>emulator</c>.</param>
/// <param name="channel">Whose places are meant.</param>
internal sealed class TeamsDelivery(string name, string channel, ConnectorClient connector, TeamsPlaces places, IWording wording, IOutbox outbox, AlertMessages alerts)
    : IDeliveryChannel
{
    public string Name => name;

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (await places.FindAsync(channel, TeamsPlaces.Address(message.Address), cancellation) is not { } place)
        {
            return new DeliveryOutcome.Refused(
                $"Helm takes part in no conversation \"{message.Address}\" of {channel}: add the app there, or say something to it once.");
        }

        // A message of a thread goes to its thread.
        var to = place with { Conversation = place.Conversation with { Id = message.Address.Contains(";messageid=", StringComparison.Ordinal) ? message.Address : place.Conversation.Id } };
        if (message.Kind == UndeliveredReply.Kind)
        {
            return await OutcomeAsync(await connector.TrySendAsync(to, UndeliveredReply.Read(message.Body), cancellation), null, place, cancellation);
        }

        if (MessageUpdate.Read(message) is { } update)
        {
            return await PutAnewAsync(to, update, wording.Word(message with { Kind = update.Told, Body = update.Body }), place, cancellation);
        }

        var activity = NoticeCard.Draw(to, wording.Word(message));
        var shown = message.Correlation is { } matter ? await outbox.ReferenceAsync(Name, message.Address, matter, cancellation) : null;
        if (shown is not null && activity.Attachments is { } card)
        {
            // An update rings no bell: what is new is said below it as well.
            await connector.UpdateAsync(to, shown, ReplyActivity.Bare(to) with { Attachments = card }, cancellation);
        }

        var outcome = await connector.TrySendAsync(to, activity with { ReplyToId = shown }, cancellation);
        if (outcome is { Taken: true, Id: { } id })
        {
            await alerts.SentAsync(message, message.Address, id, cancellation);
        }

        return await OutcomeAsync(outcome, shown, place, cancellation);
    }

    private async Task<DeliveryOutcome> PutAnewAsync(
        ConversationReference to, MessageUpdate update, WordedMessage told, ConversationReference place, CancellationToken cancellation)
    {
        var updated = await connector.UpdateAsync(to, update.Id, NoticeCard.Draw(to, told), cancellation);
        return updated.Status == HttpStatusCode.NotFound
            ? new DeliveryOutcome.Delivered() // somebody has deleted it: there is nothing to put anew
            : await OutcomeAsync(updated, null, place, cancellation);
    }

    private async Task<DeliveryOutcome> OutcomeAsync(SendOutcome outcome, string? shown, ConversationReference place, CancellationToken cancellation)
    {
        if (outcome.Taken)
        {
            return new DeliveryOutcome.Delivered(shown ?? outcome.Id);
        }

        if (outcome.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            await places.ForgetAsync(channel, place, cancellation);
        }

        return outcome.MayTryAgain
            ? new DeliveryOutcome.RetryAfter(outcome.Problem ?? "The channel did not take it.", outcome.RetryAfter)
            : new DeliveryOutcome.Refused(outcome.Problem ?? "The channel will not take it.");
    }
}
