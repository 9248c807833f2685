using System.Numerics;
using System.Runtime.InteropServices;

namespace Helm.Conversation.Classification;

/// <summary>The weights of all labels, those of one feature side by side: a sentence reads few rows, each in one go.</summary>
internal sealed class LinearModel
{
    private readonly int _width;
    private readonly float[] _weights;
    private readonly int _bias;
    private readonly int _labels;

    private LinearModel(int labels, int features)
    {
        _width = (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[(features + 1) * _width];
        (_bias, _labels) = (features, labels);
    }

    public static LinearModel Train(FeatureVector[] vectors, string?[] labels, string[] known, int features, ClassifierOptions options)
    {
        var model = new LinearModel(known.Length, features);
        var descent = new DualDescent(vectors, features, options);
        // Each label by itself and from the same seed: the result does not depend on how many run at once.
        Parallel.For(0, known.Length, label => model.Put(label, descent.Train([.. labels.Select(own => own == known[label])])));

        return model;
    }

    /// <exception cref="EndOfStreamException">There are fewer weights than labels and features need.</exception>
    public static LinearModel Read(BinaryReader reader, int labels, int features)
    {
        var model = new LinearModel(labels, features);
        for (var feature = 0; feature <= features; feature++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model._weights.AsSpan(feature * model._width, labels)));
        }

        return model;
    }

    /// <summary>Without what only fills the rows up: that differs between processors.</summary>
    public void Write(BinaryWriter writer)
    {
        for (var feature = 0; feature <= _bias; feature++)
        {
            writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan(feature * _width, _labels)));
        }
    }

    /// <summary>A score for each label, in a list that may be longer than there are labels.</summary>
    public float[] Scores(FeatureVector vector)
    {
        var scores = Row(_bias).ToArray();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(Row(vector.Indices[i]));
            var value = new Vector<float>(vector.Values[i]);
            for (var at = 0; at < row.Length; at++)
            {
                sums[at] += row[at] * value;
            }
        }

        return scores;
    }

    private ReadOnlySpan<float> Row(int feature) => _weights.AsSpan(feature * _width, _width);

    private void Put(int label, float[] weights)
    {
        for (var feature = 0; feature < weights.Length; feature++)
        {
            _weights[(feature * _width) + label] = weights[feature];
        }
    }
}
