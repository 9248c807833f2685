using System.Runtime.CompilerServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Tagging;

/// <summary>What each feature says for each state, and within a label each tag for the next.</summary>
internal sealed class TagWeights
{
    private readonly TagStates _states;
    private readonly GradualWeights[] _transitions;
    private readonly float[][] _factors;

    /// <summary>While it learns.</summary>
    private GradualWeights? _learning;

    /// <summary>From then on.</summary>
    private PackedRows? _emissions;

    public TagWeights(int features, TagStates states, float rate)
        : this(states, rate) => _learning = new GradualWeights(features * states.Count, rate);

    private TagWeights(TagStates states, float rate)
    {
        _states = states;
        _transitions = [.. Enumerable.Range(0, states.Labels).Select(label => new GradualWeights((states.Tags(label) + 1) * states.Tags(label), rate))];
        _factors = new float[states.Labels][];
        for (var label = 0; label < states.Labels; label++)
        {
            Refresh(label);
        }
    }

    public TagStates States => _states;

    /// <summary>For all states, word by word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float[] Emissions(int[][] sentence)
    {
        var sums = new float[sentence.Length * _states.Count];
        for (var at = 0; at < sentence.Length; at++)
        {
            var row = sums.AsSpan(at * _states.Count, _states.Count);
            foreach (var feature in sentence[at])
            {
                AddEmission(row, feature);
            }
        }

        return sums;
    }

    /// <summary>From a tag to each; the row of the start stands after those of the tags.</summary>
    public ReadOnlySpan<float> Transitions(int label, int from) => _transitions[label].Row(from * _states.Tags(label), _states.Tags(label));

    /// <summary>The same as factors of a chance.</summary>
    public ReadOnlySpan<float> Factors(int label, int from) => _factors[label].AsSpan(from * _states.Tags(label), _states.Tags(label));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveEmissions(int label, int[] features, ReadOnlySpan<float> gradients)
    {
        foreach (var feature in features)
        {
            _learning!.Move((feature * _states.Count) + _states.Start(label), gradients);
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

    /// <exception cref="EndOfStreamException">There are fewer weights than states and features need.</exception>
    public static TagWeights Read(BinaryReader reader, int features, TagStates states)
    {
        var weights = new TagWeights(states, rate: 0) { _emissions = PackedRows.Read(reader, features, states.Count) };
        for (var label = 0; label < states.Labels; label++)
        {
            weights._transitions[label].Read(reader);
            weights.Refresh(label);
        }

        return weights;
    }

    /// <summary>Once it has learned.</summary>
    public void Write(BinaryWriter writer)
    {
        _emissions!.Write(writer);
        foreach (var transitions in _transitions)
        {
            transitions.Write(writer);
        }
    }

    /// <summary>It learns no more: from now on it needs less room.</summary>
    public void Settle() => (_emissions, _learning) = (_learning!.Pack(_states.Count), null);

    private void AddEmission(Span<float> sums, int feature)
    {
        if (_learning is null)
        {
            _emissions!.AddTo(sums, feature);
        }
        else
        {
            Vectors.Add(sums, _learning.Row(feature * _states.Count, _states.Count));
        }
    }
}
