using Helm.Chat.BotFramework.Cards;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>
/// A button of the kind that replaces its card: <c>adaptiveCard/action</c>. Sentences are answered like typed ones, as a
/// message of their own; a decision and a second look at a plan are answered in the card's place, within the channel's deadline.
/// </summary>
internal sealed partial class CardInvoke(ActivityInbox inbox, ActivityTurns background, PlanCards plans, TimeProvider time, ILogger<CardInvoke> log)
{
    public const string Name = "adaptiveCard/action";

    /// <summary>Teams gives a bot ten seconds, the way there and back included.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    public async Task<InvokeResponse> AnswerAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var action = CardVerbs.Member(inbound.Activity.Value, "action");
        var data = CardVerbs.Member(action, "data");
        return CardVerbs.Text(action, "verb") switch
        {
            CardVerbs.Say when SpokenText.Of(inbound.Activity) is not null => await SayAsync(inbound, cancellation),
            CardVerbs.Decide when CardVerbs.Decision(data) is { } decision => await InTimeAsync(inbound, token => plans.DecideAsync(inbound, decision, token), isTold: true, cancellation),
            CardVerbs.Refresh when CardVerbs.Text(data, CardVerbs.Plan) is { } plan => await InTimeAsync(inbound, token => plans.ReviewAsync(inbound, plan, token), isTold: false, cancellation),
            _ => InvokeResponse.Error("BadRequest", "Helm has no such button. The card may be of an older version: ask again for a new one."),
        };
    }

    /// <summary>As if it had been typed: kept before it is acknowledged, and answered once.</summary>
    private async Task<InvokeResponse> SayAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var key = inbound.MessageKey;
        if (await inbox.TryAddAsync(key, ActivityJson.WriteText(inbound.Activity), cancellation))
        {
            background.Enqueue(key, inbound);
        }

        return InvokeResponse.Message("Helm answers below.");
    }

    /// <param name="isTold">What takes longer goes on all the same; whether it is then told as a message of its own.</param>
    private async Task<InvokeResponse> InTimeAsync(InboundActivity inbound, Func<CancellationToken, Task<InvokeResponse>> answer, bool isTold, CancellationToken cancellation)
    {
        var answering = answer(CancellationToken.None);
        try
        {
            return await answering.WaitAsync(Deadline, time, cancellation);
        }
        catch (TimeoutException)
        {
            LogLate(inbound.Reference.Conversation.Id);
            if (isTold)
            {
                _ = plans.TellLateAsync(inbound, answering);
            }

            return InvokeResponse.Message(isTold ? "Helm is still at it and answers below." : "Helm is still at it. Look again in a moment.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A button in {Conversation} was not answered within the channel's deadline")]
    private partial void LogLate(string? conversation);
}
