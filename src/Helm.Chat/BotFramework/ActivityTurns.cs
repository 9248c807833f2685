using Helm.Chat.BotFramework.Proactive;
using Helm.Chat.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Answers activities after they were acknowledged.</summary>
internal sealed class ActivityTurns(
    Turns turns, ConnectorClient connector, UndeliveredReply undelivered, ActivityInbox inbox, TimeProvider time, ILogger<ActivityTurns> log)
    : BackgroundTurns<InboundActivity>(inbox, log)
{
    /// <summary>Sooner than this nobody wonders whether they were heard.</summary>
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(1);

    protected override string ConversationOf(InboundActivity message) => message.ConversationId;

    protected override async Task AnswerAsync(InboundActivity message, CancellationToken cancellation)
    {
        var answering = turns.AnswerAsync(message, cancellation);
        await ShowWorkAsync(message, answering, cancellation);
        var parts = await answering;
        for (var part = 0; part < parts.Count; part++)
        {
            if (!await connector.SendAsync(message.Reference, parts[part], cancellation))
            {
                await undelivered.KeepAsync(message.MessageKey, message, part, parts[part], cancellation);
            }
        }
    }

    /// <summary>Once, when an answer takes its time; a channel that does not take it gets the answer all the same.</summary>
    private async Task ShowWorkAsync(InboundActivity message, Task answering, CancellationToken cancellation)
    {
        await Task.WhenAny(answering, Task.Delay(SoonEnough, time, cancellation));
        if (!answering.IsCompleted && !cancellation.IsCancellationRequested)
        {
            await connector.TrySendAsync(message.Reference, ReplyActivity.Bare(message.Reference) with { Type = ActivityTypes.Typing }, cancellation);
        }
    }
}
