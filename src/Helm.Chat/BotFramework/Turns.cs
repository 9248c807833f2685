using Helm.Chat.BotFramework.Cards;
using Helm.Chat.Turns;
using Helm.Conversation.Turns;
using Helm.Operations.People;

namespace Helm.Chat.BotFramework;

/// <summary>Lets Helm answer one activity, and makes the message that carries the answer.</summary>
internal sealed class Turns(IConversationPartner partner, TeamsPeople people)
{
    /// <summary>What Helm answers when there were no words, as with a picture alone.</summary>
    private const string NoWords = "help";

    public async Task<IReadOnlyList<Activity>> AnswerAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var person = await people.OfAsync(inbound, cancellation);
        return ReplyActivity.Make(inbound.Reference, await ReplyAsync(inbound, person, cancellation));
    }

    private Task<Reply> ReplyAsync(InboundActivity inbound, Person person, CancellationToken cancellation) => inbound.Activity switch
    {
        { Type: ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate } => partner.WelcomeAsync(inbound.ConversationId, person, cancellation),
        { Value: { } pressed } when CardVerbs.Decision(pressed) is { } decision => partner.DecideAsync(decision, person, cancellation),
        var activity => partner.RespondAsync(new Utterance(SpokenText.Of(activity) ?? NoWords, inbound.ConversationId, person, Channel.Chat), cancellation),
    };
}
