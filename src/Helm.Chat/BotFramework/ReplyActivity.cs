using Helm.Conversation.Turns;

namespace Helm.Chat.BotFramework;

/// <summary>Makes the message that carries a reply, within the size that every channel takes.</summary>
internal static class ReplyActivity
{
    /// <summary>Teams documents 28 to 100 KB; below 25 every channel was seen to take a message.</summary>
    private const int LargestMessage = 25_000;

    private const int LongestTextBesideCard = 600;

    private const string Shortened = "\n… This answer is shortened; ask for less at once, for example \"top five issues\".";

    public static Activity Make(ConversationReference reference, Reply reply) => Make(
        new Activity
        {
            ServiceUrl = reference.ServiceUrl.OriginalString,
            ChannelId = reference.ChannelId,
            From = reference.Bot,
            Recipient = reference.User,
            Conversation = reference.Conversation,
            ReplyToId = reference.ActivityId,
        },
        reply);

    /// <param name="addressed">From whom to whom, and in answer to what.</param>
    public static Activity Make(Activity addressed, Reply reply)
    {
        var activity = Plain(addressed, reply);
        if (reply.Card is { } card)
        {
            // A long text beside a card would say everything twice.
            var text = reply.Text.Length <= LongestTextBesideCard ? reply.Text : card.Title;
            var withCard = activity with { Text = text, Attachments = [AdaptiveCard.Draw(card)] };
            if (ActivityJson.Write(withCard).Length <= LargestMessage)
            {
                return withCard;
            }
        }

        return Fit(activity);
    }

    private static Activity Plain(Activity addressed, Reply reply) => addressed with
    {
        Type = ActivityTypes.Message,
        Text = reply.Text,
        TextFormat = "plain",
        Speak = reply.Speech,
        Locale = "en-US",
        InputHint = reply.Pending is null ? "acceptingInput" : "expectingInput",
        SuggestedActions = reply.Suggestions.Count == 0
            ? null
            : new([.. reply.Suggestions.Select(suggestion => new CardAction("imBack", suggestion.Title, suggestion.Title))]),
    };

    private static Activity Fit(Activity activity)
    {
        var (whole, fitting) = (activity.Text!, activity);
        for (var length = whole.Length; length > 0 && ActivityJson.Write(fitting).Length > LargestMessage; length = length * 3 / 4)
        {
            var end = char.IsHighSurrogate(whole[length - 1]) ? length - 1 : length;
            fitting = activity with { Text = whole[..end] + Shortened, Speak = null };
        }

        return fitting;
    }
}
