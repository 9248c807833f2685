using Helm.Chat.BotFramework.Cards;
using Helm.Conversation.Dialogs;
using Helm.Operations.Delivery;

namespace Helm.Chat.BotFramework.Proactive;

/// <summary>What Helm tells on its own account, as a card.</summary>
internal static class NoticeCard
{
    public static Activity Draw(ConversationReference to, WordedMessage worded)
    {
        var lines = worded.Text.Split('\n');
        var card = new Card
        {
            Title = worded.Title,
            Sections = [new(null, [.. (lines[0] == worded.Title ? lines[1..] : lines).Where(line => line.Trim().Length > 0)], [])],
            Actions = [.. worded.Says.Select(says => new Conversation.Dialogs.CardAction(says, says))],
        };
        return ReplyActivity.Bare(to) with { Summary = worded.Title, Attachments = [AdaptiveCard.Draw(card, CardButtons.For(to.ChannelId, null))] };
    }
}
