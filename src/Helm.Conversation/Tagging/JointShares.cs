namespace Helm.Conversation.Tagging;

/// <summary>Weights of the logarithms of chances beside a classifier's margin. The values are those that did best on splits of the training sentences of SNIPS.</summary>
internal sealed record JointShares
{
    public double Tagger { get; init; } = 0.4;

    public double Letters { get; init; } = 0.04;
}
