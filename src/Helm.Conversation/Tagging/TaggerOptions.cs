namespace Helm.Conversation.Tagging;

/// <summary>How a tagger is trained.</summary>
internal sealed record TaggerOptions
{
    /// <summary>So many times through the sentences.</summary>
    public int Rounds { get; init; } = 20;

    public int Seed { get; init; } = 20;
}
