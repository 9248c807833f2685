using Helm.Chat.BotFramework.Cards;
using Helm.Chat.Turns;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>The cards that show a plan: decided with a button, and kept true for everybody who sees them.</summary>
internal sealed partial class PlanCards(IConversationPartner partner, TeamsPeople people, ConnectorClient connector, ILogger<PlanCards> log)
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

    private static Attachment Drawn(InboundActivity inbound, Reply reply) => AdaptiveCard.Draw(
        reply.Card ?? new Card { Title = reply.Text },
        CardButtons.For(inbound.Reference.ChannelId, reply.Pending?.Plan, inbound.Reference.User.Id ?? ""));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A card could not be updated in place: {Problem}")]
    private partial void LogNotUpdated(string? problem);
}
