namespace Helm.Conversation.Classification;

/// <summary>Tells which of several labels a sentence has, after having seen samples. Never changes, so many threads may use it.</summary>
internal sealed class Classifier
{
    private readonly string[] _labels;
    private readonly FeatureSpace _space;
    private readonly LinearModel _model;

    private Classifier(string[] labels, FeatureSpace space, LinearModel model)
    {
        _labels = labels;
        _space = space;
        _model = model;
    }

    /// <summary>The same samples give the same classifier. Those without a label count against every label.</summary>
    /// <exception cref="ArgumentException">No sample has a label.</exception>
    public static Classifier Train(IReadOnlyList<Sample> samples, ClassifierOptions options)
    {
        string[] labels = [.. samples.Select(sample => sample.Label).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length == 0)
        {
            throw new ArgumentException("A classifier needs samples with labels.", nameof(samples));
        }

        var (space, vectors) = FeatureSpace.Learn(samples, options);
        int[] given = [.. samples.Select(sample => sample.Label is { } label ? Array.BinarySearch(labels, label, StringComparer.Ordinal) : -1)];

        return new Classifier(labels, space, LinearModel.Train(vectors, given, labels.Length, options));
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Classifier Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var label = 0; label < labels.Length; label++)
        {
            labels[label] = reader.ReadString();
        }

        var space = FeatureSpace.Read(reader);

        return new Classifier(labels, space, LinearModel.Read(reader, labels.Length, space.Rows));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_labels.Length);
        foreach (var label in _labels)
        {
            writer.Write(label);
        }

        _space.Write(writer);
        _model.Write(writer);
    }

    /// <summary>The margin of every label.</summary>
    public IEnumerable<(string Label, float Margin)> Margins(string text) => _labels.Zip(_model.Scores(_space.Read(text)));

    public Guess Classify(string text)
    {
        var scores = _model.Scores(_space.Read(text));
        var (best, second) = (-1, -1);
        for (var label = 0; label < _labels.Length; label++)
        {
            if (best < 0 || scores[label] > scores[best])
            {
                (best, second) = (label, best);
            }
            else if (second < 0 || scores[label] > scores[second])
            {
                second = label;
            }
        }

        return second < 0
            ? new Guess(_labels[best], scores[best], null, 0)
            : new Guess(_labels[best], scores[best], _labels[second], scores[second]);
    }
}
