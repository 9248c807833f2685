namespace Helm.Conversation.Recognition.Reading;

/// <summary>One entity found in a text: the words, where they stand (<see cref="End"/> is the last character), the type and what it stands for.</summary>
public sealed record Recognised(string Text, int Start, int End, string Type, IReadOnlyDictionary<string, object?> Resolution);
