using System.Runtime.CompilerServices;

namespace Helm.Conversation.Classification;

/// <summary>A sentence as a sparse vector: which features it has, and how much each weighs.</summary>
internal sealed class FeatureVector(int[] indices, float[] values)
{
    public ReadOnlySpan<int> Indices => indices;

    public ReadOnlySpan<float> Values => values;

    public float SquaredLength { get; } = values.Sum(value => value * value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Dot(ReadOnlySpan<float> weights)
    {
        // Four sums, so that no addition waits for the one before.
        var (first, second, third, fourth, i) = (0f, 0f, 0f, 0f, 0);
        for (; i + 3 < indices.Length; i += 4)
        {
            first += weights[indices[i]] * values[i];
            second += weights[indices[i + 1]] * values[i + 1];
            third += weights[indices[i + 2]] * values[i + 2];
            fourth += weights[indices[i + 3]] * values[i + 3];
        }

        for (; i < indices.Length; i++)
        {
            first += weights[indices[i]] * values[i];
        }

        return first + second + (third + fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> weights, float times)
    {
        for (var i = 0; i < indices.Length; i++)
        {
            weights[indices[i]] += times * values[i];
        }
    }
}
