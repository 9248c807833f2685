using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Helm.Conversation.Classification;

/// <summary>
/// One label against all others: support vector machines with squared hinge loss, solved by coordinate descent on their
/// dual (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008). Many labels go through the
/// sentences together, each in a lane of its own: what a sentence reads is fetched once for all of them.
/// </summary>
/// <param name="labels">The number of each sentence's label; -1 for one that has none.</param>
internal sealed class DualDescent(TrainingVectors vectors, int[] labels, ClassifierOptions options)
{
    public const int Lanes = 2 * Side;

    private const int Side = 8;

    private readonly float _softness = 0.5f / options.Cost;
    private readonly float[] _squaredLengths = vectors.SquaredLengths();

    /// <summary>Learns the labels from <paramref name="first"/> on, as many as there are lanes or biases.</summary>
    /// <returns>For each row of weights one for each lane.</returns>
    public float[] Train(int first, float[] biases)
    {
        var (weights, alphas) = (new float[vectors.Roots.Length * Lanes], new float[vectors.Count * Lanes]);
        var (low, high) = (new DualLanes(first, biases.Length, _softness), new DualLanes(first + Side, biases.Length, _softness));
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var random = new Random(options.Seed);
        for (var round = 0; round < options.Rounds && (low.IsOpen || high.IsOpen); round++)
        {
            random.Shuffle(order);
            Round(order, weights, alphas, ref low, ref high);
            low.Close();
            high.Close();
        }

        for (var label = first; label < Math.Min(first + Lanes, biases.Length); label++)
        {
            biases[label] = label < first + Side ? low.Biases[label - first] : high.Biases[label - first - Side];
        }

        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Round(int[] order, float[] weights, float[] alphas, ref DualLanes low, ref DualLanes high)
    {
        foreach (var sentence in order)
        {
            var vector = vectors[sentence];
            var step = 1 / (_squaredLengths[sentence] + 1 + _softness);
            var (dotLow, dotHigh) = Dot(vector, weights);
            var changeLow = low.Step(dotLow, labels[sentence], step, alphas.AsSpan(sentence * Lanes, Side));
            var changeHigh = high.Step(dotHigh, labels[sentence], step, alphas.AsSpan((sentence * Lanes) + Side, Side));
            if ((changeLow | changeHigh) != Vector256<float>.Zero)
            {
                Add(vector, changeLow, changeHigh, weights);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Vector256<float> Low, Vector256<float> High) Dot(FeatureVector vector, float[] weights)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        var rows = vector.Rows;
        var values = vector.Values;
        var (low, high, moreLow, moreHigh) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        // Two sums, so that no addition waits for the one before.
        for (; i + 1 < rows.Length; i += 2)
        {
            var (row, next) = ((nuint)(rows[i] * Lanes), (nuint)(rows[i + 1] * Lanes));
            var (value, nextValue) = (Vector256.Create(values[i]), Vector256.Create(values[i + 1]));
            low += value * Vector256.LoadUnsafe(ref first, row);
            high += value * Vector256.LoadUnsafe(ref first, row + Side);
            moreLow += nextValue * Vector256.LoadUnsafe(ref first, next);
            moreHigh += nextValue * Vector256.LoadUnsafe(ref first, next + Side);
        }

        if (i < rows.Length)
        {
            var row = (nuint)(rows[i] * Lanes);
            low += Vector256.Create(values[i]) * Vector256.LoadUnsafe(ref first, row);
            high += Vector256.Create(values[i]) * Vector256.LoadUnsafe(ref first, row + Side);
        }

        return (low + moreLow, high + moreHigh);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(FeatureVector vector, Vector256<float> low, Vector256<float> high, float[] weights)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var i = 0; i < vector.Rows.Length; i++)
        {
            var row = (nuint)(vector.Rows[i] * Lanes);
            var value = Vector256.Create(vector.Values[i]);
            (Vector256.LoadUnsafe(ref first, row) + (low * value)).StoreUnsafe(ref first, row);
            (Vector256.LoadUnsafe(ref first, row + Side) + (high * value)).StoreUnsafe(ref first, row + Side);
        }
    }
}
