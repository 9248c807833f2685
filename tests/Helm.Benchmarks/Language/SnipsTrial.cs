using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>What may be chosen when an engine for SNIPS is trained; the values are those of the best by <see cref="SnipsSplit"/>.</summary>
internal sealed record SnipsTrial
{
    /// <summary>The sentences were typed, so their punctuation tells.</summary>
    public ClassifierOptions Classifier { get; init; } = new() { WordShare = 0.7f, Cost = 8, KeepsPunctuation = true };

    public TaggerOptions Tagger { get; init; } = new() { Dropout = 0.4f, Rounds = 12 };

    public JointShares Shares { get; init; } = new();
}
