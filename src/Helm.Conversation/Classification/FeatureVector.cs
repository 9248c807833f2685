namespace Helm.Conversation.Classification;

/// <summary>A sentence as a sparse vector: which rows of weights it reads, and how much each counts.</summary>
internal readonly ref struct FeatureVector(ReadOnlySpan<int> rows, ReadOnlySpan<float> values)
{
    public ReadOnlySpan<int> Rows { get; } = rows;

    public ReadOnlySpan<float> Values { get; } = values;
}
