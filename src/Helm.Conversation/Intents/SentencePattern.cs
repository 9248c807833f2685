namespace Helm.Conversation.Intents;

/// <summary>The parsed form of a sentence pattern: <c>(show|list) [me] [the] {severity} issues</c>.</summary>
public abstract record SentencePattern
{
    private SentencePattern()
    {
    }

    /// <summary>One word as written in the pack, in lower case.</summary>
    public sealed record Word(string Text) : SentencePattern;

    /// <summary>A place that is filled from the vocabulary or by an entity recogniser.</summary>
    public sealed record Slot(string Name) : SentencePattern;

    /// <summary>Its parts in this order.</summary>
    public sealed record Sequence(IReadOnlyList<SentencePattern> Parts) : SentencePattern;

    /// <summary>Exactly one of its options.</summary>
    public sealed record Choice(IReadOnlyList<SentencePattern> Options) : SentencePattern;

    /// <summary>There or not.</summary>
    public sealed record Optional(SentencePattern Inner) : SentencePattern;
}
