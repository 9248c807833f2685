using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Tagging;

/// <summary>What each feature says for each state, and within a label each tag for the next.</summary>
internal sealed class TagWeights
{
    private readonly TagStates _states;
    private readonly GradualWeights[] _transitions;
    private readonly float[][] _factors;
    private readonly double[] _mostLogs;

    /// <summary>While it learns.</summary>
    private GradualWeights? _learning;

    private int[] _sizes = [];

    /// <summary>From then on.</summary>
    private PackedRows? _emissions;

    /// <param name="sizes">For each row how many features share it.</param>
    public TagWeights(ReadOnlySpan<int> sizes, TagStates states, float rate)
        : this(states, rate)
    {
        _learning = new GradualWeights(sizes.Length * states.Count, rate);
        _sizes = sizes.ToArray();
    }

    private TagWeights(TagStates states, float rate)
    {
        _states = states;
        _transitions = [.. Enumerable.Range(0, states.Labels).Select(label => new GradualWeights((states.Tags(label) + 1) * states.Tags(label), rate))];
        (_factors, _mostLogs) = (new float[states.Labels][], new double[states.Labels]);
        for (var label = 0; label < states.Labels; label++)
        {
            Refresh(label);
        }
    }

    public TagStates States => _states;

    /// <summary>For all states, word by word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Emissions(WordRows words, Span<float> sums)
    {
        for (var at = 0; at < words.Words; at++)
        {
            var here = sums.Slice(at * _states.Count, _states.Count);
            here.Clear();
            AddEmissions(here, words.At(at));
        }
    }

    /// <summary>From a tag to each; the row of the start stands after those of the tags.</summary>
    public ReadOnlySpan<float> Transitions(int label, int from) => _transitions[label].Row(from * _states.Tags(label), _states.Tags(label));

    /// <summary>The same as factors of a chance.</summary>
    public ReadOnlySpan<float> Factors(int label, int from) => _factors[label].AsSpan(from * Room(label), _states.Tags(label));

    /// <summary>Those from all tags, each row with zeros behind it up to <see cref="Room"/>.</summary>
    public ReadOnlySpan<float> Factors(int label) => _factors[label];

    /// <summary>As many numbers as a row of a label's tags takes where it is gone through by whole vectors.</summary>
    public int Room(int label) => (_states.Tags(label) + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>The logarithm of the largest sum of such factors from one tag to all: no word makes paths likelier than that.</summary>
    public double MostLog(int label) => _mostLogs[label];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveEmissions(int label, ReadOnlySpan<int> rows, ReadOnlySpan<float> gradients)
    {
        foreach (var row in rows)
        {
            _learning!.Move((row * _states.Count) + _states.Start(label), gradients);
        }
    }

    public void MoveTransitions(int label, int from, ReadOnlySpan<float> gradients) =>
        _transitions[label].Move(from * _states.Tags(label), gradients);

    /// <summary>After transitions of a label moved.</summary>
    public void Refresh(int label)
    {
        var tags = _states.Tags(label);
        var (room, most) = (Room(label), 0f);
        var factors = _factors[label] ??= new float[(tags + 1) * room];
        for (var from = 0; from <= tags; from++)
        {
            var weights = Transitions(label, from);
            var row = factors.AsSpan(from * room, tags);
            var sum = 0f;
            for (var tag = 0; tag < tags; tag++)
            {
                row[tag] = MathF.Exp(weights[tag]);
                sum += row[tag];
            }

            most = Math.Max(most, sum);
        }

        _mostLogs[label] = Math.Log(most);
    }

    /// <exception cref="EndOfStreamException">There are fewer weights than states and features need.</exception>
    public static TagWeights Read(BinaryReader reader, TagStates states)
    {
        var weights = new TagWeights(states, rate: 0) { _emissions = PackedRows.Read(reader, reader.ReadInt32(), states.Count) };
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
        writer.Write(_emissions!.Count);
        _emissions.Write(writer);
        foreach (var transitions in _transitions)
        {
            transitions.Write(writer);
        }
    }

    /// <summary>It learns no more: from now on it needs less room.</summary>
    /// <param name="share">How many of its features a word had while it learned: all of them together are to say as much.</param>
    public void Settle(float share) => (_emissions, _learning, _sizes) = (_learning!.Pack(_states.Count, share), null, []);

    private void AddEmissions(Span<float> sums, ReadOnlySpan<int> rows)
    {
        if (_learning is null)
        {
            _emissions!.AddTo(sums, rows, []);
            return;
        }

        foreach (var row in rows)
        {
            Vectors.AddTimes(sums, _learning.Row(row * _states.Count, _states.Count), _sizes[row]);
        }
    }
}
