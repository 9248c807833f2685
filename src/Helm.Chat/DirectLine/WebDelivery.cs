using System.Text.Json.Nodes;
using Helm.Chat.BotFramework;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;
using Helm.Operations.Delivery;

namespace Helm.Chat.DirectLine;

/// <summary>
/// The channel "web": tells in a conversation of the page what became of something; what belongs to one issue or plan is one
/// message, which changes in its place.
/// </summary>
internal sealed class WebDelivery(Transcript transcript, IWording wording) : IDeliveryChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var id = DirectLineMessage.IdOf(message.Correlation ?? message.Key);
        await transcript.PutAsync(message.Address, id, Draw(wording.Word(message)), cancellation);
        return new DeliveryOutcome.Delivered(id);
    }

    private static JsonObject Draw(WordedMessage worded) => LineActivity.OfHelm(
        ReplyActivity.Whole(new Activity(), new Reply
        {
            Text = worded.Text,
            Speech = worded.Speech,
            Intent = "",
            Suggestions = [.. worded.Says.Select(says => new Suggestion(says))],
        }),
        stream: null);
}
