using Helm.Chat.BotFramework;
using Helm.Chat.Turns;
using Helm.Conversation.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.DirectLine;

/// <summary>Answers what was said on the page.</summary>
internal sealed class DirectLineTurns(
    IConversationPartner partner, IGuests guests, Transcript transcript, DirectLineInbox inbox, TimeProvider time, ILogger<DirectLineTurns> log)
    : BackgroundTurns<DirectLineMessage>(inbox, log)
{
    /// <summary>Sooner than this nobody wonders whether they were heard.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    /// <summary>Clients show for about five seconds that somebody types.</summary>
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(4);

    protected override string ConversationOf(DirectLineMessage message) => message.Conversation;

    protected override async Task AnswerAsync(DirectLineMessage message, CancellationToken cancellation)
    {
        var answer = ReplyAsync(message, cancellation);
        for (var wait = Patience; await IsLateAsync(answer, wait, cancellation); wait = TypingAgain)
        {
            transcript.Hint(message.Conversation, LineActivity.Typing(message.Conversation, time.GetUtcNow()));
        }

        var activity = ReplyActivity.Whole(new Activity { ReplyToId = message.Text is null ? null : message.ActivityId }, await answer);
        var stream = await LongText.StreamAsync(activity, hint => transcript.Hint(message.Conversation, hint), message.Conversation, time, cancellation);
        await transcript.AddAsync(message.Conversation, message.AnswerId, LineActivity.OfHelm(activity, stream), cancellation);
    }

    private Task<Reply> ReplyAsync(DirectLineMessage message, CancellationToken cancellation)
    {
        var conversation = $"{WebDelivery.ChannelName}:{message.Conversation}";
        var person = guests.PersonOf(message.PersonId, message.Name);
        return message switch
        {
            { Decision: { } decision } => partner.DecideAsync(decision, person, cancellation),
            { Text: { } text } => partner.RespondAsync(new Utterance(text, conversation, person, Channel.Chat), cancellation),
            _ => partner.WelcomeAsync(conversation, person, cancellation),
        };
    }

    private async Task<bool> IsLateAsync(Task answer, TimeSpan wait, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var first = await Task.WhenAny(answer, Task.Delay(wait, time, over.Token));
        await over.CancelAsync();
        return first != answer && !cancellation.IsCancellationRequested;
    }
}
