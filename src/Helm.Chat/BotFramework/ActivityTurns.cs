using Helm.Chat.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Answers activities after they were acknowledged.</summary>
internal sealed class ActivityTurns(Turns turns, ConnectorClient connector, ActivityInbox inbox, ILogger<ActivityTurns> log)
    : BackgroundTurns<InboundActivity>(inbox, log)
{
    protected override string ConversationOf(InboundActivity message) => message.ConversationId;

    protected override async Task AnswerAsync(InboundActivity message, CancellationToken cancellation) =>
        await connector.SendAsync(message.Reference, await turns.AnswerAsync(message, cancellation), cancellation);
}
