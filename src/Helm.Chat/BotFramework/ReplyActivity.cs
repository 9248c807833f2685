using System.Text.Json;
using Helm.Chat.BotFramework.Cards;
using Helm.Conversation.Turns;

namespace Helm.Chat.BotFramework;

/// <summary>Makes the message that carries a reply, within the size that every channel takes.</summary>
internal static class ReplyActivity
{
    /// <summary>Teams documents 28 to 100 KB; below 25 every channel was seen to take a message.</summary>
    private const int LargestMessage = 25_000;

    private const int LongestTextBesideCard = 600;

    private const string Shortened = "\n… This answer is shortened; ask for less at once, for example \"top five issues\".";

    /// <summary>A longer answer than so many messages is shortened.</summary>
    private const int MostMessages = 4;

    /// <summary>One message, or several where the text is too long for one.</summary>
    public static IReadOnlyList<Activity> Make(ConversationReference reference, Reply reply)
    {
        var addressed = Bare(reference) with { ReplyToId = reference.ActivityId };
        var whole = Whole(addressed, reply);
        return Fits(whole) ? [whole] : Split(Plain(addressed, reply));
    }

    /// <summary>One message, however long.</summary>
    /// <param name="addressed">From whom to whom, and in answer to what.</param>
    public static Activity Whole(Activity addressed, Reply reply)
    {
        var activity = Plain(addressed, reply);
        if (reply.Card is not { } card)
        {
            return activity;
        }

        // A long text beside a card would say everything twice.
        var text = reply.Text.Length <= LongestTextBesideCard ? reply.Text : card.Title;
        var buttons = CardButtons.For(addressed.ChannelId, reply.Pending?.Plan, addressed.Recipient?.Id is { } viewer ? [viewer] : []);
        return activity with { Text = text, Attachments = [AdaptiveCard.Draw(card, buttons)] };
    }

    /// <summary>A message to a conversation without anything in it yet.</summary>
    public static Activity Bare(ConversationReference reference) => new()
    {
        Type = ActivityTypes.Message,
        ServiceUrl = reference.ServiceUrl.OriginalString,
        ChannelId = reference.ChannelId,
        From = reference.Bot,
        Recipient = reference.User,
        Conversation = reference.Conversation,
    };

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

    /// <summary>What is offered next, and what is spoken, goes with the last.</summary>
    private static List<Activity> Split(Activity activity)
    {
        var parts = new List<Activity>();
        var rest = activity.Text!;
        while (!Fits(activity with { Text = rest, Speak = SpokenOf(activity) }))
        {
            var isLast = parts.Count == MostMessages - 1;
            var length = FittingLength(activity, rest, isLast ? Shortened : "");
            if (isLast)
            {
                parts.Add(activity with { Text = rest[..length] + Shortened, Speak = SpokenOf(activity) });
                return parts;
            }

            parts.Add(activity with { Text = rest[..length].TrimEnd(), Speak = null, SuggestedActions = null, InputHint = "ignoringInput" });
            rest = rest[length..].TrimStart('\n');
        }

        parts.Add(activity with { Text = rest, Speak = SpokenOf(activity) });
        return parts;
    }

    private static bool Fits(Activity activity) => ActivityJson.Write(activity).Length <= LargestMessage;

    /// <summary>A speech that leaves no room for anything else is left out.</summary>
    private static string? SpokenOf(Activity activity) => activity.Speak is { } speak && JsonSerializer.SerializeToUtf8Bytes(speak).Length <= LargestMessage / 2 ? speak : null;

    /// <summary>As much as fits beside everything else, cut at the end of a line where there is one.</summary>
    private static int FittingLength(Activity activity, string text, string tail)
    {
        var room = LargestMessage - ActivityJson.Write(activity with { Text = tail, Speak = SpokenOf(activity) }).Length;
        var (length, size) = (0, 0);
        while (length < text.Length)
        {
            var step = char.IsHighSurrogate(text[length]) && length + 1 < text.Length ? 2 : 1;
            size += JsonEncodedText.Encode(text.AsSpan(length, step)).EncodedUtf8Bytes.Length;
            if (size > room)
            {
                break;
            }

            length += step;
        }

        var line = text.LastIndexOf('\n', length - 1, length);
        return line > length / 2 ? line + 1 : length;
    }
}
