namespace Helm.Conversation.Intents.Patterns;

/// <summary>How one pattern reads an utterance: what it costs, and what fills its slots.</summary>
internal sealed class Derivation
{
    /// <summary>More than an utterance has words.</summary>
    private const int CostUnit = 128;

    /// <summary>The values in the order of the words.</summary>
    public List<(string Slot, Edge Edge)> Filled { get; } = [];

    public List<(string Slot, object Value)> Assigned { get; } = [];

    /// <summary>How far from the words as they stand.</summary>
    public static int Distance(int cost) => cost / CostUnit;

    /// <summary>Words that gave no value.</summary>
    public static int Words(int cost) => cost % CostUnit;

    /// <summary>Of two readings at the same distance, the one that leaves fewer words without a value is the better.</summary>
    public static int Cost(in Edge edge, bool withoutValue) => (edge.Cost * CostUnit) + (withoutValue ? edge.End - edge.Start : 0);
}
