using Helm.Operations.Delivery;

namespace Helm.Chat.BotFramework.Proactive;

/// <summary>An answer that its channel did not take at once: it goes on as a message of the outbox, and becomes a dead letter there.</summary>
internal sealed class UndeliveredReply(IOutbox outbox, TimeProvider time)
{
    public const string Kind = "chat.reply";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <param name="part">Of the answer's messages, from nought.</param>
    public Task KeepAsync(string key, InboundActivity inbound, int part, Activity activity, CancellationToken cancellation) => outbox.AddAsync(
        new($"reply/{key}/{part}", inbound.Channel, inbound.Reference.Conversation.Id!, Kind, ActivityJson.WriteText(activity), time.GetUtcNow() + Pause), cancellation);

    public static Activity Read(string body) => ActivityJson.Read(body);
}
