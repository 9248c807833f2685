using System.Runtime.InteropServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Classification;

/// <summary>The weights of all labels, those of one feature side by side: a sentence reads few rows, each in one go.</summary>
internal sealed class LinearModel(PackedRows weights, float[] biases)
{
    public static LinearModel Train(FeatureVector[] vectors, string?[] labels, string[] known, int features, ClassifierOptions options)
    {
        var (weights, biases) = (new float[features * known.Length], new float[known.Length]);
        var descent = new DualDescent(vectors, features, options);
        // Each label by itself and from the same seed: the result does not depend on how many run at once.
        Parallel.For(0, known.Length, label =>
        {
            var own = descent.Train([.. labels.Select(given => given == known[label])]);
            biases[label] = own[^1];
            for (var feature = 0; feature < features; feature++)
            {
                weights[(feature * known.Length) + label] = own[feature];
            }
        });

        return new LinearModel(PackedRows.Pack(weights, known.Length), biases);
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
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            weights.AddTo(scores, vector.Indices[i], vector.Values[i]);
        }

        return scores;
    }
}
