using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Helm.Conversation.Tagging;

/// <summary>
/// What the words of a sentence say for each state, as factors of a chance: the best state of a label at a word has 1, for
/// only their ratios count, and large sums would overflow.
/// </summary>
internal sealed class Emitted
{
    private readonly TagStates _states;
    private readonly float[] _factors;
    private readonly double[] _heights;

    /// <param name="sums">For all states, see <see cref="TagWeights.Emissions"/>.</param>
    public Emitted(TagStates states, float[] sums)
    {
        (_states, Sums, Length) = (states, sums, states.Count == 0 ? 0 : sums.Length / states.Count);
        (_factors, _heights) = ([.. sums], new double[states.Labels]);
        for (var at = 0; at < Length; at++)
        {
            for (var label = 0; label < states.Labels; label++)
            {
                _heights[label] += Lower(Block(at, label));
            }
        }

        Exponentiate(_factors);
    }

    public float[] Sums { get; }

    public int Length { get; }

    public ReadOnlySpan<float> At(int at, int label) => Block(at, label);

    /// <summary>The logarithm of what all factors of the label were divided by.</summary>
    public double Height(int label) => _heights[label];

    private Span<float> Block(int at, int label) => _factors.AsSpan((at * _states.Count) + _states.Start(label), _states.Tags(label));

    /// <summary>The highest becomes 0.</summary>
    private static float Lower(Span<float> sums)
    {
        var most = sums[0];
        foreach (var sum in sums)
        {
            most = Math.Max(most, sum);
        }

        foreach (ref var sum in sums)
        {
            sum -= most;
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
