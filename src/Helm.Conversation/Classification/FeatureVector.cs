namespace Helm.Conversation.Classification;

/// <summary>A sentence as a sparse vector: which features it has, and how much each weighs.</summary>
internal sealed class FeatureVector(int[] indices, float[] values)
{
    public ReadOnlySpan<int> Indices => indices;

    public ReadOnlySpan<float> Values => values;

    public float SquaredLength { get; } = values.Sum(value => value * value);

    public float Dot(ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < indices.Length; i++)
        {
            sum += weights[indices[i]] * values[i];
        }

        return sum;
    }

    public void AddTo(Span<float> weights, float times)
    {
        for (var i = 0; i < indices.Length; i++)
        {
            weights[indices[i]] += times * values[i];
        }
    }
}
