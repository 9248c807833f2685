namespace Helm.Conversation.Tagging;

/// <summary>How a tagger is trained. The values are those that did best on splits of the training sentences of SNIPS.</summary>
internal sealed record TaggerOptions
{
    /// <summary>So many times through the sentences.</summary>
    public int Rounds { get; init; } = 8;

    /// <summary>What is seen at fewer words says nothing.</summary>
    public int LeastSeen { get; init; } = 2;

    /// <summary>How far a weight moves at first.</summary>
    public float Rate { get; init; } = 0.1f;

    public int Seed { get; init; } = 20;
}
