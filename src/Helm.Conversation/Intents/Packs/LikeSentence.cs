namespace Helm.Conversation.Intents.Packs;

/// <summary>A sentence to learn from.</summary>
/// <param name="Says">What it means beyond its intent, as <c>action=restart</c>; null where that is not known.</param>
internal sealed record LikeSentence(string Text, string? Says = null);
