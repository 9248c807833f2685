using Helm.Chat.Turns;
using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Helm.Operations.People;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.Slack;

/// <summary>Lets Helm answer what was acknowledged, and sends the answer to where it was asked.</summary>
internal sealed class SlackTurns(
    IConversationPartner partner, SlackPeople people, SlackAnswers answers, PlanMessages plans, SlackInbox inbox, ILogger<SlackTurns> log)
    : BackgroundTurns<SlackMessage>(inbox, log)
{
    private const string Dashboard = "dashboard";

    protected override string ConversationOf(SlackMessage message) => message.ConversationId;

    protected override async Task AnswerAsync(SlackMessage message, CancellationToken cancellation)
    {
        var person = await people.OfAsync(message, cancellation);
        if (message.Wish == SlackWish.Home)
        {
            var dashboard = await partner.RespondAsync(new(Dashboard, $"{message.ConversationId}:home", person, Channel.Chat), cancellation);
            await answers.PublishAsync(message.User, dashboard, cancellation);
            return;
        }

        var here = await answers.PlaceAsync(message, cancellation);
        var answering = ReplyAsync(here, person, cancellation);
        await answers.ShowWorkAsync(here, answering, cancellation);
        var reply = await answering;
        if (!here.Overheard || reply.Intent != IntentNames.OutOfScope)
        {
            await answers.SendAsync(here, reply, cancellation);
        }

        if (message.Wish == SlackWish.Decide)
        {
            await plans.DecidedAsync(message, reply, cancellation);
        }
    }

    private Task<Reply> ReplyAsync(SlackMessage message, Person person, CancellationToken cancellation) => message switch
    {
        { Wish: SlackWish.Welcome } => partner.WelcomeAsync(message.ConversationId, person, cancellation),
        { Wish: SlackWish.Decide, Decision: { } decision } => partner.DecideAsync(decision, person, cancellation),
        _ => partner.RespondAsync(new(message.Text.Length > 0 ? message.Text : "help", message.ConversationId, person, Channel.Chat), cancellation),
    };
}
