namespace Helm.Conversation.Tagging;

/// <summary>What each feature says for each state, and within a label each tag for the next.</summary>
internal sealed class TagWeights
{
    private readonly TagStates _states;
    private readonly GradualWeights _emissions;
    private readonly GradualWeights[] _transitions;
    private readonly float[][] _factors;

    public TagWeights(int features, TagStates states, float rate)
    {
        _states = states;
        _emissions = new GradualWeights(features * states.Count, rate);
        _transitions = [.. Enumerable.Range(0, states.Labels).Select(label => new GradualWeights((states.Tags(label) + 1) * states.Tags(label), rate))];
        _factors = new float[states.Labels][];
        for (var label = 0; label < states.Labels; label++)
        {
            Refresh(label);
        }
    }

    public TagStates States => _states;

    /// <summary>For all states, word by word.</summary>
    public float[] Emissions(int[][] sentence)
    {
        var sums = new float[sentence.Length * _states.Count];
        for (var at = 0; at < sentence.Length; at++)
        {
            var row = sums.AsSpan(at * _states.Count, _states.Count);
            foreach (var feature in sentence[at])
            {
                Vectors.Add(row, _emissions.Row(feature * _states.Count, _states.Count));
            }
        }

        return sums;
    }

    /// <summary>From a tag to each; the row of the start stands after those of the tags.</summary>
    public ReadOnlySpan<float> Transitions(int label, int from) => _transitions[label].Row(from * _states.Tags(label), _states.Tags(label));

    /// <summary>The same as factors of a chance.</summary>
    public ReadOnlySpan<float> Factors(int label, int from) => _factors[label].AsSpan(from * _states.Tags(label), _states.Tags(label));

    public void MoveEmissions(int label, int[] features, ReadOnlySpan<float> gradients)
    {
        foreach (var feature in features)
        {
            _emissions.Move((feature * _states.Count) + _states.Start(label), gradients);
        }
    }

    public void MoveTransitions(int label, int from, ReadOnlySpan<float> gradients) =>
        _transitions[label].Move(from * _states.Tags(label), gradients);

    /// <summary>After transitions of a label moved.</summary>
    public void Refresh(int label)
    {
        var tags = _states.Tags(label);
        var factors = _factors[label] ??= new float[(tags + 1) * tags];
        var weights = _transitions[label].Row(0, factors.Length);
        for (var at = 0; at < factors.Length; at++)
        {
            factors[at] = MathF.Exp(weights[at]);
        }
    }

    public void Read(BinaryReader reader)
    {
        _emissions.Read(reader);
        for (var label = 0; label < _transitions.Length; label++)
        {
            _transitions[label].Read(reader);
            Refresh(label);
        }

        Settle();
    }

    public void Write(BinaryWriter writer)
    {
        _emissions.Write(writer);
        foreach (var transitions in _transitions)
        {
            transitions.Write(writer);
        }
    }

    public void Settle()
    {
        _emissions.Settle();
        foreach (var transitions in _transitions)
        {
            transitions.Settle();
        }
    }
}
