namespace Helm.Conversation.Classification;

/// <summary>How a classifier is trained. The values are those that did best on the validation sentences of CLINC150.</summary>
internal sealed record ClassifierOptions
{
    /// <summary>Share of the word n-grams in the squared length of a sentence's vector; the rest are character n-grams.</summary>
    public float WordShare { get; init; } = 0.3f;

    /// <summary>Whether commas, full stops and the like are words. Where sentences were written by hand they tell; spoken ones have none.</summary>
    public bool KeepsPunctuation { get; init; }

    /// <summary>How much more a rare n-gram counts than a frequent one: 0 not at all, 1 by its logarithm.</summary>
    public float RarityPower { get; init; } = 0.5f;

    /// <summary>What a wrong training sentence costs: higher fits closer.</summary>
    public float Cost { get; init; } = 2;

    /// <summary>At most so many times through the sentences; fewer when nothing moves any more.</summary>
    public int Rounds { get; init; } = 15;

    public int Seed { get; init; } = 20;
}
