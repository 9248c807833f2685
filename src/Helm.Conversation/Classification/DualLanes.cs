using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Helm.Conversation.Classification;

/// <summary>Some labels that learn side by side, each as if it were alone.</summary>
/// <param name="first">The label of the first lane.</param>
/// <param name="labels">How many labels there are; lanes beyond them learn nothing.</param>
internal struct DualLanes(int first, int labels, float softness)
{
    /// <summary>A label is learned when no sentence has a larger gradient.</summary>
    private const float Still = 0.01f;

    private readonly Vector256<int> _labels = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) + Vector256.Create(first);

    private Vector256<float> _largest;

    /// <summary>All bits where a label is not learned yet.</summary>
    private Vector256<float> _open = Vector256.LessThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) + Vector256.Create(first), Vector256.Create(labels)).AsSingle();

    public Vector256<float> Biases { get; private set; }

    public readonly bool IsOpen => _open.AsInt32() != Vector256<int>.Zero;

    /// <summary>Makes a sentence count more or less for each label, so that its gradient there becomes zero.</summary>
    /// <param name="dots">What the weights of each label make of the sentence.</param>
    /// <param name="label">Its label.</param>
    /// <param name="step">How far a gradient moves it.</param>
    /// <param name="alphas">How much it counts for each label.</param>
    /// <returns>How many times more the sentence is to be in the weights of each label.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Step(Vector256<float> dots, int label, float step, Span<float> alphas)
    {
        var sign = Vector256.ConditionalSelect(Vector256.Equals(_labels, Vector256.Create(label)).AsSingle(), Vector256<float>.One, -Vector256<float>.One);
        var before = Vector256.Create<float>(alphas);
        var gradient = (sign * (dots + Biases)) - Vector256<float>.One + (before * softness);
        // What counts nothing cannot count less.
        var free = Vector256.ConditionalSelect(Vector256.Equals(before, Vector256<float>.Zero), Vector256.Min(gradient, Vector256<float>.Zero), gradient);
        var after = Vector256.ConditionalSelect(_open, Vector256.Max(before - (free * step), Vector256<float>.Zero), before);
        after.CopyTo(alphas);
        _largest = Vector256.Max(_largest, Vector256.Abs(free));
        var change = (after - before) * sign;
        Biases += change;

        return change;
    }

    /// <summary>After all sentences: what hardly moved any more is learned.</summary>
    public void Close()
    {
        _open &= Vector256.GreaterThanOrEqual(_largest, Vector256.Create(Still));
        _largest = Vector256<float>.Zero;
    }
}
