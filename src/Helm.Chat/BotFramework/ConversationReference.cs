namespace Helm.Chat.BotFramework;

/// <summary>Where an answer goes.</summary>
internal sealed record ConversationReference(
    Uri ServiceUrl, string ChannelId, ConversationAccount Conversation, ChannelAccount Bot, ChannelAccount User, string? ActivityId)
{
    /// <summary>Of something in the conversation: <c>activities</c>, <c>members/29:1</c>.</summary>
    public Uri Address(string path) => new($"{ServiceUrl.OriginalString.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(Conversation.Id!)}/{path}");
}
