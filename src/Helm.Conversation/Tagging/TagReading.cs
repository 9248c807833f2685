namespace Helm.Conversation.Tagging;

/// <summary>What a tagger makes of one sentence.</summary>
internal sealed class TagReading
{
    /// <summary>The logarithm of how much less likely than another does not show in the sum of both.</summary>
    private const double Hopeless = 45;

    private readonly TagWeights _weights;
    private readonly Emitted _emitted;
    private readonly double _total;

    /// <summary>Minus infinity for those that do not show in the sum of all: they are found when they are asked for.</summary>
    private readonly double[] _logs;

    public TagReading(TagWeights weights, WordRows sentence)
    {
        _weights = weights;
        _emitted = new Emitted(weights.States).Read(weights, sentence);
        _logs = sentence.Words == 0 || weights.States.Labels == 0 ? [] : Logs(weights, _emitted);
        _total = _logs.Length == 0 ? 0 : LogSum.Of(_logs);
        foreach (ref var log in _logs.AsSpan())
        {
            log -= _total;
        }

        Length = sentence.Words;
    }

    public int Length { get; }

    /// <summary>Null where there is nothing to choose from.</summary>
    public string? Likeliest => _logs.Length == 0 ? null : _weights.States.LabelName(Array.IndexOf(_logs, _logs.Max()));

    /// <summary>The logarithm of how likely the label is, whatever the tags; null where nothing is known of it.</summary>
    public double? LogChance(string label) =>
        _weights.States.Label(label) is not (>= 0 and var known) || known >= _logs.Length ? null
            : double.IsNegativeInfinity(_logs[known]) ? Paths.Log(_weights, known, _emitted) - _total
            : _logs[known];

    private static double[] Logs(TagWeights weights, Emitted emitted)
    {
        var (logs, likely) = (new double[weights.States.Labels], 0);
        for (var label = 1; label < logs.Length; label++)
        {
            likely = emitted.Height(label) > emitted.Height(likely) ? label : likely;
        }

        logs[likely] = Paths.Log(weights, likely, emitted);
        for (var label = 0; label < logs.Length; label++)
        {
            if (label != likely)
            {
                logs[label] = Paths.MostLog(weights, label, emitted) < logs[likely] - Hopeless ? double.NegativeInfinity : Paths.Log(weights, label, emitted);
            }
        }

        return logs;
    }

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
