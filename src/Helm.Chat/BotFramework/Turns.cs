using Helm.Chat.Turns;
using Helm.Conversation.Turns;

namespace Helm.Chat.BotFramework;

/// <summary>Lets Helm answer one activity, and makes the message that carries the answer.</summary>
internal sealed class Turns(IConversationPartner partner, TeamsPeople people)
{
    /// <summary>What Helm answers when there were no words, as with a picture alone.</summary>
    private const string NoWords = "help";

    public async Task<Activity> AnswerAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var person = await people.OfAsync(inbound, cancellation);
        var reply = inbound.Activity.Type == ActivityTypes.Message
            ? await partner.RespondAsync(
                new Utterance(SpokenText.Of(inbound.Activity) ?? NoWords, inbound.ConversationId, person, Channel.Chat), cancellation)
            : await partner.WelcomeAsync(inbound.ConversationId, person, cancellation);
        return ReplyActivity.Make(inbound.Reference, reply);
    }
}
