namespace Helm.Conversation.Tagging;

/// <summary>Words with a tag each: <c>B-artist</c> begins a chunk, <c>I-artist</c> goes on with it, <c>O</c> is outside.</summary>
internal sealed record TaggedSentence(IReadOnlyList<string> Words, IReadOnlyList<string> Tags);
