using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Helm.Conversation.Tagging;

/// <summary>
/// What the words of a sentence say for each state, as factors of a chance: the best state of a label at a word has 1, for
/// only their ratios count, and large sums would overflow. One may serve for many sentences, one after the other.
/// </summary>
internal sealed class Emitted(TagStates states)
{
    private readonly double[] _heights = new double[states.Labels];
    private readonly bool[] _isReady = new bool[states.Labels];
    private float[] _sums = [];

    /// <summary>Label by label, and of each label word by word.</summary>
    private float[] _factors = [];

    /// <summary>How many words there are.</summary>
    public int Length { get; private set; }

    /// <summary>For all states, word by word: see <see cref="TagWeights.Emissions"/>.</summary>
    public ReadOnlySpan<float> Sums => _sums.AsSpan(0, Length * states.Count);

    /// <summary>In the place of the sentence before.</summary>
    public Emitted Read(TagWeights weights, WordRows words)
    {
        Length = words.Words;
        if (_sums.Length < Length * states.Count)
        {
            (_sums, _factors) = (GC.AllocateUninitializedArray<float>(Length * states.Count), GC.AllocateUninitializedArray<float>(Length * states.Count));
        }

        weights.Emissions(words, _sums);
        _isReady.AsSpan().Clear();
        for (var label = 0; label < states.Labels; label++)
        {
            _heights[label] = 0;
            for (var at = 0; at < Length; at++)
            {
                _heights[label] += Highest(Block(at, label));
            }
        }

        return this;
    }

    /// <summary>For the tags of a label, word by word.</summary>
    public ReadOnlySpan<float> Factors(int label)
    {
        var tags = states.Tags(label);
        var factors = _factors.AsSpan(states.Start(label) * Length, tags * Length);
        if (!_isReady[label])
        {
            _isReady[label] = true;
            for (var at = 0; at < Length; at++)
            {
                var sums = Block(at, label);
                var most = Highest(sums);
                for (var tag = 0; tag < tags; tag++)
                {
                    factors[(at * tags) + tag] = sums[tag] - most;
                }
            }

            Exponentiate(factors);
        }

        return factors;
    }

    /// <summary>The logarithm of what all factors of the label were divided by.</summary>
    public double Height(int label) => _heights[label];

    private ReadOnlySpan<float> Block(int at, int label) => _sums.AsSpan((at * states.Count) + states.Start(label), states.Tags(label));

    private static float Highest(ReadOnlySpan<float> sums)
    {
        var most = sums[0];
        for (var tag = 1; tag < sums.Length; tag++)
        {
            most = sums[tag] > most ? sums[tag] : most;
        }

        return most;
    }

    private static void Exponentiate(Span<float> numbers)
    {
        var whole = MemoryMarshal.Cast<float, Vector256<float>>(numbers);
        foreach (ref var some in whole)
        {
            some = Vector256.Exp(some);
        }

        foreach (ref var last in numbers[(whole.Length * Vector256<float>.Count)..])
        {
            last = MathF.Exp(last);
        }
    }
}
