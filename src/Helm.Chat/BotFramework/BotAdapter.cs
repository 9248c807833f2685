using Helm.Chat.BotFramework.Proactive;
using Microsoft.AspNetCore.Http;

namespace Helm.Chat.BotFramework;

/// <summary>Decides what happens with an activity: answered in line, kept and answered later, or left alone.</summary>
internal sealed class BotAdapter(Intake intake, Turns turns, ActivityTurns background, ActivityInbox inbox, CardInvoke cards, TeamsPlaces places)
{
    public async Task<IResult> ProcessAsync(Activity activity, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(activity.Type))
        {
            return Refuse(new(400, "The activity has no type."));
        }

        if (!intake.TryAccept(activity, out var inbound, out var refusal))
        {
            return Refuse(refusal);
        }

        await places.NoteAsync(inbound, cancellation);
        return activity.Type switch
        {
            ActivityTypes.Message => await MessageAsync(inbound, inbound.MessageKey, cancellation),
            ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate when Begins(inbound) =>
                await MessageAsync(inbound, inbound.WelcomeKey, cancellation),
            ActivityTypes.Invoke when activity.Name == CardInvoke.Name => Results.Json(await cards.AnswerAsync(inbound, cancellation), ActivityJson.Options),
            ActivityTypes.Invoke => Refuse(new(400, "Helm offers nothing that is invoked on this channel; send a message.")),
            _ => Results.Accepted(),
        };
    }

    public static IResult Refuse(Refusal refusal) => Results.Problem(refusal.Detail, statusCode: refusal.Status);

    /// <summary>
    /// Both events come when Helm is added, at once and in no fixed order; the key they share makes one welcome of them.
    /// In a group Helm greets when it comes, and not again for each person who joins.
    /// </summary>
    private static bool Begins(InboundActivity inbound)
    {
        var activity = inbound.Activity;
        return activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action is "add"
            : (activity.MembersAdded ?? []).Any(member => member is not null
                && (!inbound.Reference.Conversation.IsShared || member.Id == inbound.Reference.Bot.Id));
    }

    private async Task<IResult> MessageAsync(InboundActivity inbound, string key, CancellationToken cancellation)
    {
        var isNew = await inbox.TryAddAsync(key, ActivityJson.WriteText(inbound.Activity), cancellation);
        if (inbound.WantsRepliesInLine)
        {
            return Results.Json(new ExpectedReplies(isNew ? await InLineAsync(inbound, key, cancellation) : []), ActivityJson.Options);
        }

        if (isNew)
        {
            background.Enqueue(key, inbound);
        }

        return Results.Accepted();
    }

    private async Task<IReadOnlyList<Activity>> InLineAsync(InboundActivity inbound, string key, CancellationToken cancellation)
    {
        // Dealt with whatever comes of it: the caller is told, and would otherwise hear the answer a second time.
        await inbox.CompleteAsync(key, cancellation);
        return await turns.AnswerAsync(inbound, cancellation);
    }
}
