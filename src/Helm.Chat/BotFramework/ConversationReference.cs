namespace Helm.Chat.BotFramework;

/// <summary>Where an answer goes.</summary>
internal sealed record ConversationReference(
    Uri ServiceUrl, string ChannelId, ConversationAccount Conversation, ChannelAccount Bot, ChannelAccount User, string? ActivityId);
