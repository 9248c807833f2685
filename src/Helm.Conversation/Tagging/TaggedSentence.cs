namespace Helm.Conversation.Tagging;

/// <summary>
/// Words with a tag each: <c>B-artist</c> begins a chunk, <c>I-artist</c> goes on with it, <c>O</c> is outside. Each
/// label has tags of its own.
/// </summary>
internal sealed record TaggedSentence(string Label, IReadOnlyList<string> Words, IReadOnlyList<string> Tags);
