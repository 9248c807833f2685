using System.Runtime.CompilerServices;

namespace Helm.Conversation.Classification;

/// <summary>The vectors of all training sentences, one behind the other: they are gone through many times.</summary>
/// <param name="starts">Where each begins, and where the last one ends.</param>
/// <param name="roots">What each row of weights that is learned is to be divided by, to weigh one of the n-grams that share it.</param>
internal sealed class TrainingVectors(int[] starts, int[] rows, float[] values, float[] roots)
{
    public int Count => starts.Length - 1;

    public ReadOnlySpan<float> Roots => roots;

    public FeatureVector this[int sentence]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var start = starts[sentence];
            var length = starts[sentence + 1] - start;

            return new FeatureVector(new ReadOnlySpan<int>(rows, start, length), new ReadOnlySpan<float>(values, start, length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float[] SquaredLengths()
    {
        var lengths = new float[Count];
        for (var sentence = 0; sentence < lengths.Length; sentence++)
        {
            foreach (var value in this[sentence].Values)
            {
                lengths[sentence] += value * value;
            }
        }

        return lengths;
    }
}
