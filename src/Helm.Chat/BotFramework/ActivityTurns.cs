using Helm.Chat.BotFramework.Proactive;
using Helm.Chat.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Answers activities after they were acknowledged.</summary>
internal sealed class ActivityTurns(Turns turns, ConnectorClient connector, UndeliveredReply undelivered, ActivityInbox inbox, ILogger<ActivityTurns> log)
    : BackgroundTurns<InboundActivity>(inbox, log)
{
    protected override string ConversationOf(InboundActivity message) => message.ConversationId;

    protected override async Task AnswerAsync(InboundActivity message, CancellationToken cancellation)
    {
        var parts = await turns.AnswerAsync(message, cancellation);
        for (var part = 0; part < parts.Count; part++)
        {
            if (!await connector.SendAsync(message.Reference, parts[part], cancellation))
            {
                await undelivered.KeepAsync(message.MessageKey, message, part, parts[part], cancellation);
            }
        }
    }
}
