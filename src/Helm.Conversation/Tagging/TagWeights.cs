namespace Helm.Conversation.Tagging;

/// <summary>What each feature says for each tag, and each tag for the next; trained ones are averages over all of training.</summary>
internal sealed class TagWeights(int features, int tags)
{
    private readonly float[] _emissions = new float[features * tags];
    private readonly float[] _transitions = new float[(tags + 1) * tags];
    private readonly double[] _emissionTotals = new double[features * tags];
    private readonly double[] _transitionTotals = new double[(tags + 1) * tags];
    private int _step = 1;

    public int Tags => tags;

    /// <summary>The row of the start stands after those of the tags.</summary>
    public int Start => tags;

    public ReadOnlySpan<float> Emissions(int feature) => _emissions.AsSpan(feature * tags, tags);

    public ReadOnlySpan<float> Transitions(int from) => _transitions.AsSpan(from * tags, tags);

    public void NextStep() => _step++;

    public void Add(int[][] sentence, int[] path, float change)
    {
        var before = Start;
        for (var at = 0; at < path.Length; at++)
        {
            foreach (var feature in sentence[at])
            {
                Add(_emissions, _emissionTotals, (feature * tags) + path[at], change);
            }

            Add(_transitions, _transitionTotals, (before * tags) + path[at], change);
            before = path[at];
        }
    }

    public void Average()
    {
        Average(_emissions, _emissionTotals);
        Average(_transitions, _transitionTotals);
    }

    private void Add(float[] weights, double[] totals, int index, float change)
    {
        weights[index] += change;
        totals[index] += (double)change * _step;
    }

    private void Average(float[] weights, double[] totals)
    {
        for (var index = 0; index < weights.Length; index++)
        {
            weights[index] -= (float)(totals[index] / _step);
        }
    }
}
