using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Helm.Conversation.Tagging;

/// <summary>
/// The sum over all sequences of tags of one label: forward and backward, each place scaled to one (Rabiner, "A Tutorial
/// on Hidden Markov Models", 1989).
/// </summary>
internal sealed class Paths
{
    /// <summary>Totals are multiplied up to here before their logarithm is added.</summary>
    private const double Tiny = 1e-200;
    private const double Huge = 1e200;

    private readonly TagWeights _weights;
    private readonly float[] _emitted;
    private readonly int _label;
    private readonly int _tags;
    private readonly int _room;
    private readonly float[] _forward;
    private readonly float[] _backward;
    private readonly float[] _scales;

    /// <param name="emitted">At least one word.</param>
    public Paths(TagWeights weights, int label, Emitted emitted)
    {
        (_weights, _label, _tags, _room) = (weights, label, weights.States.Tags(label), weights.Room(label));
        _emitted = emitted.Factors(label).ToArray();
        _forward = new float[emitted.Length * _room];
        _backward = new float[emitted.Length * _tags];
        _scales = new float[emitted.Length];
        for (var at = 0; at < Length; at++)
        {
            _scales[at] = Forward(weights, label, At(_emitted, at), at == 0 ? [] : _forward.AsSpan((at - 1) * _room, _tags), _forward.AsSpan(at * _room, _room));
        }

        Backward();
    }

    public int Length => _scales.Length;

    /// <summary>The logarithm of the sum.</summary>
    public static double Log(TagWeights weights, int label, Emitted emitted)
    {
        var tags = weights.States.Tags(label);
        var factors = emitted.Factors(label);
        Span<float> before = stackalloc float[weights.Room(label)];
        Span<float> here = stackalloc float[before.Length];
        var (log, product) = (emitted.Height(label), 1.0);
        for (var at = 0; at < emitted.Length; at++)
        {
            here.CopyTo(before);
            product *= Forward(weights, label, factors.Slice(at * tags, tags), at == 0 ? [] : before[..tags], here);
            if (product is < Tiny or > Huge)
            {
                (log, product) = (log + Math.Log(product), 1);
            }
        }

        return log + Math.Log(product);
    }

    /// <summary>The logarithm is at most this, which is found in no time.</summary>
    public static double MostLog(TagWeights weights, int label, Emitted emitted) =>
        emitted.Height(label) + (emitted.Length * weights.MostLog(label));

    /// <summary>How likely each tag is here, and all of them together <paramref name="share"/>.</summary>
    public void Chances(int at, float share, Span<float> chances)
    {
        for (var tag = 0; tag < _tags; tag++)
        {
            chances[tag] = share * _forward[(at * _room) + tag] * At(_backward, at)[tag];
        }
    }

    /// <summary>How likely each tag is here after <paramref name="from"/> just before; <paramref name="arriving"/> is what <see cref="Arriving"/> gave for this word.</summary>
    public void Chances(int at, int from, float share, ReadOnlySpan<float> arriving, Span<float> chances)
    {
        var factors = _weights.Factors(_label, from);
        var before = share * _forward[((at - 1) * _room) + from];
        for (var tag = 0; tag < _tags; tag++)
        {
            chances[tag] = arriving[tag] * (before * factors[tag]);
        }
    }

    /// <summary>What the rest of the sentence from this word on makes of each tag here.</summary>
    public void Arriving(int at, Span<float> weights)
    {
        var emitted = At(_emitted, at);
        var backward = At(_backward, at);
        for (var tag = 0; tag < _tags; tag++)
        {
            weights[tag] = emitted[tag] * backward[tag] / _scales[at];
        }
    }

    private Span<float> At(float[] rows, int at) => rows.AsSpan(at * _tags, _tags);

    private void Backward()
    {
        At(_backward, Length - 1).Fill(1);
        Span<float> next = stackalloc float[_tags];
        for (var at = Length - 2; at >= 0; at--)
        {
            Arriving(at + 1, next);
            for (var from = 0; from < _tags; from++)
            {
                _backward[(at * _tags) + from] = Vectors.Product(_weights.Factors(_label, from), next);
            }
        }
    }

    /// <summary>From the chances of the tags at the word before to those here; their total before it was made 1.</summary>
    /// <param name="before">Empty where there is no word before.</param>
    /// <param name="here">With room for whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Forward(TagWeights weights, int label, ReadOnlySpan<float> emitted, ReadOnlySpan<float> before, Span<float> here)
    {
        var factors = MemoryMarshal.Cast<float, Vector256<float>>(weights.Factors(label));
        var chances = MemoryMarshal.Cast<float, Vector256<float>>(here);
        for (var part = 0; part < chances.Length; part++)
        {
            var sum = before.IsEmpty ? factors[(emitted.Length * chances.Length) + part] : Vector256<float>.Zero;
            for (var from = 0; from < before.Length; from++)
            {
                sum += factors[(from * chances.Length) + part] * before[from];
            }

            chances[part] = sum;
        }

        var total = 0f;
        for (var tag = 0; tag < emitted.Length; tag++)
        {
            here[tag] *= emitted[tag];
            total += here[tag];
        }

        foreach (ref var some in chances)
        {
            some /= total;
        }

        return total;
    }
}
