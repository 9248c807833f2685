namespace Helm.Conversation.Tagging;

/// <summary>What a tagger makes of one sentence.</summary>
internal sealed class TagReading
{
    private readonly TagWeights _weights;
    private readonly float[] _emissions;
    private readonly double[] _logs;

    public TagReading(TagWeights weights, int[][] sentence)
    {
        _weights = weights;
        _emissions = weights.Emissions(sentence);
        double[] logs = sentence.Length == 0 ? [] : [.. Enumerable.Range(0, weights.States.Labels).Select(label => new Paths(weights, label, _emissions).Log)];
        var total = logs.Length == 0 ? 0 : LogSum.Of(logs);
        _logs = [.. logs.Select(log => log - total)];
        Length = sentence.Length;
    }

    public int Length { get; }

    /// <summary>The logarithm of how likely the label is, whatever the tags; null where nothing is known of it.</summary>
    public double? LogChance(string label) =>
        _weights.States.Label(label) is >= 0 and var known && known < _logs.Length ? _logs[known] : null;

    /// <summary>A tag for each word if the sentence has this label.</summary>
    public string[] Tags(string label)
    {
        var known = _weights.States.Label(label);

        return known < 0
            ? [.. Enumerable.Repeat(Chunk.Outside, Length)]
            : [.. Viterbi.Best(_weights, known, _emissions).Select(tag => _weights.States.Tag(known, tag))];
    }
}
