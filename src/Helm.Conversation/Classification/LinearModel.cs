using System.Runtime.InteropServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Classification;

/// <summary>The weights of all labels, those of one feature side by side: a sentence reads few rows, each in one go.</summary>
internal sealed class LinearModel(PackedRows weights, float[] biases)
{
    /// <param name="labels">The number of each sentence's label; -1 for one that has none.</param>
    /// <param name="count">How many labels there are.</param>
    public static LinearModel Train(TrainingVectors vectors, int[] labels, int count, ClassifierOptions options)
    {
        const int Lanes = DualDescent.Lanes;
        var (learned, biases) = (new float[(count + Lanes - 1) / Lanes][], new float[count]);
        var descent = new DualDescent(vectors, labels, options);
        // Each label by itself and from the same seed: the result does not depend on how many run at once.
        Parallel.For(0, learned.Length, some => learned[some] = descent.Train(some * Lanes, biases));

        return new LinearModel(PackedRows.Pack(vectors.Roots.Length, count, Row), biases);

        void Row(int row, Span<float> weights)
        {
            for (var label = 0; label < count; label++)
            {
                weights[label] = learned[label / Lanes][(row * Lanes) + (label % Lanes)] / vectors.Roots[row];
            }
        }
    }

    /// <exception cref="EndOfStreamException">There are fewer weights than labels and features need.</exception>
    public static LinearModel Read(BinaryReader reader, int labels, int features)
    {
        var biases = new float[labels];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(biases.AsSpan()));

        return new LinearModel(PackedRows.Read(reader, features, labels), biases);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(MemoryMarshal.AsBytes(biases.AsSpan()));
        weights.Write(writer);
    }

    /// <summary>A score for each label.</summary>
    public float[] Scores(FeatureVector vector)
    {
        float[] scores = [.. biases];
        weights.AddTo(scores, vector.Rows, vector.Values);

        return scores;
    }
}
