namespace Helm.Conversation.Classification;

/// <summary>A sentence with what it is; without a label it is none of the things to be told apart.</summary>
internal sealed record Sample(string Text, string? Label);
