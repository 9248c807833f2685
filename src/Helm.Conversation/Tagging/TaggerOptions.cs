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

    /// <summary>
    /// Share of its features that a sentence goes without, others each time it is learned: then none leans on another to be
    /// there, and what tells only a little is learned too (Srivastava et al., "Dropout", 2014). Needs more rounds.
    /// </summary>
    public float Dropout { get; init; }

    public int Seed { get; init; } = 20;
}
