namespace Helm.Conversation.Tagging;

/// <summary>What a tagger makes of one sentence.</summary>
internal sealed class TagReading
{
    private readonly TagWeights _weights;
    private readonly Emitted _emitted;
    private readonly double[] _logs;

    public TagReading(TagWeights weights, WordRows sentence)
    {
        _weights = weights;
        _emitted = new Emitted(weights.States).Read(weights, sentence);
        _logs = sentence.Words == 0 ? [] : new double[weights.States.Labels];
        for (var label = 0; label < _logs.Length; label++)
        {
            _logs[label] = Paths.Log(weights, label, _emitted);
        }

        var total = _logs.Length == 0 ? 0 : LogSum.Of(_logs);
        foreach (ref var log in _logs.AsSpan())
        {
            log -= total;
        }

        Length = sentence.Words;
    }

    public int Length { get; }

    /// <summary>Null where there is nothing to choose from.</summary>
    public string? Likeliest => _logs.Length == 0 ? null : _weights.States.LabelName(Array.IndexOf(_logs, _logs.Max()));

    /// <summary>The logarithm of how likely the label is, whatever the tags; null where nothing is known of it.</summary>
    public double? LogChance(string label) =>
        _weights.States.Label(label) is >= 0 and var known && known < _logs.Length ? _logs[known] : null;

    /// <summary>How likely each word is outside of all slots if the sentence has this label.</summary>
    public float[] Outside(string label)
    {
        var known = _weights.States.Label(label);
        if (known < 0 || Length == 0)
        {
            return [.. Enumerable.Repeat(1f, Length)];
        }

        var paths = new Paths(_weights, known, _emitted);
        var chances = new float[_weights.States.Tags(known)];

        return [.. Enumerable.Range(0, Length).Select(At)];

        float At(int at)
        {
            paths.Chances(at, share: 1, chances);

            return chances[0];
        }
    }

    /// <summary>A tag for each word if the sentence has this label.</summary>
    public string[] Tags(string label)
    {
        var known = _weights.States.Label(label);

        return known < 0
            ? [.. Enumerable.Repeat(Chunk.Outside, Length)]
            : [.. Viterbi.Best(_weights, known, _emitted.Sums).Select(tag => _weights.States.Tag(known, tag))];
    }
}
