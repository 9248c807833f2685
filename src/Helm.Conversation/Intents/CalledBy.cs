namespace Helm.Conversation.Intents;

/// <summary>What Helm is called where it is, besides what the language says: the wake phrase that is configured.</summary>
public sealed record CalledBy(string Phrase);
