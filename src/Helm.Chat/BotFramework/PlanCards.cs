using Helm.Chat.BotFramework.Cards;
using Helm.Chat.BotFramework.Proactive;
using Helm.Chat.Turns;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>The cards that show a plan: decided with a button, and kept true for everybody who sees them.</summary>
internal sealed partial class PlanCards(
    IConversationPartner partner, TeamsPeople people, ConnectorClient connector, UndeliveredReply undelivered, ILogger<PlanCards> log)
{
    public async Task<InvokeResponse> DecideAsync(InboundActivity inbound, PlanDecision decision, CancellationToken cancellation)
    {
        var reply = await partner.DecideAsync(decision, await people.OfAsync(inbound, cancellation), cancellation);
        if (!reply.Succeeded)
        {
            // Whoever may not decide leaves the card as it is for those who may.
            return InvokeResponse.Message(reply.Text);
        }

        var card = Drawn(inbound, reply);
        if (inbound.Activity.ReplyToId is { Length: > 0 } shown)
        {
            var outcome = await connector.UpdateAsync(inbound.Reference, shown, ReplyActivity.Bare(inbound.Reference) with { Attachments = [card] }, cancellation);
            if (!outcome.Taken)
            {
                LogNotUpdated(outcome.Problem);
            }
        }

        return InvokeResponse.Of(card);
    }

    public async Task<InvokeResponse> ReviewAsync(InboundActivity inbound, string planId, CancellationToken cancellation)
    {
        var reply = await partner.ReviewAsync(planId, await people.OfAsync(inbound, cancellation), cancellation);
        return reply.Succeeded ? InvokeResponse.Of(Drawn(inbound, reply)) : InvokeResponse.Message(reply.Text);
    }

    /// <summary>What came too late to be the answer to its button stands below the card; what the channel does not take now waits in the outbox.</summary>
    public async Task TellLateAsync(InboundActivity inbound, Task<InvokeResponse> answering)
    {
        try
        {
            var late = Late(inbound.Reference, await answering);
            if (!await connector.SendAsync(inbound.Reference, late, CancellationToken.None))
            {
                await undelivered.KeepAsync(inbound.MessageKey, inbound, 0, late, CancellationToken.None);
            }
        }
        catch (Exception failure)
        {
            LogNotTold(failure);
        }
    }

    private static Activity Late(ConversationReference to, InvokeResponse answer)
    {
        var message = ReplyActivity.Bare(to) with { ReplyToId = to.ActivityId };
        return answer.Value is string text
            ? message with { Text = text, TextFormat = "plain" }
            : message with { Attachments = [new(AdaptiveCard.ContentType, answer.Value)] };
    }

    private static Attachment Drawn(InboundActivity inbound, Reply reply) => AdaptiveCard.Draw(
        reply.Card ?? new Card { Title = reply.Text },
        CardButtons.For(inbound.Reference.ChannelId, reply.Pending?.Plan, inbound.Reference.User.Id ?? ""));

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of a pressed button could not be told; the plan itself says how it stands")]
    private partial void LogNotTold(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A card could not be updated in place: {Problem}")]
    private partial void LogNotUpdated(string? problem);
}
