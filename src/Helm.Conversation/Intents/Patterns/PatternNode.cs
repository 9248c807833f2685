namespace Helm.Conversation.Intents.Patterns;

/// <summary>A sentence pattern as written in a pack, rules already put in place.</summary>
internal abstract record PatternNode
{
    private PatternNode()
    {
    }

    internal sealed record Word(string Text) : PatternNode;

    /// <summary>A place for a value: <c>{environment}</c>, or <c>{ordinal:number}</c> where the kind differs from the name.</summary>
    internal sealed record Slot(string Name, string Kind) : PatternNode;

    /// <summary>Takes no words: <c>{action=restart}</c> says what the words around it mean.</summary>
    internal sealed record Assign(string Name, object Value) : PatternNode;

    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    internal sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode;

    internal sealed record Optional(PatternNode Inner) : PatternNode;

    public static PatternNode Empty { get; } = new Sequence([]);
}
