using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Tagging;

/// <summary>
/// Weights that move less the more they have moved (AdaGrad: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for
/// Online Learning and Stochastic Optimization", 2011): what is seen often settles, what is rare still learns.
/// </summary>
internal sealed class GradualWeights(int count, float rate)
{
    /// <summary>Added to the squares, so that the first steps are no leaps.</summary>
    private const float Damping = 0.1f;

    private readonly float[] _weights = new float[count];
    private readonly float[] _squares = new float[count];

    public ReadOnlySpan<float> Row(int start, int length) => _weights.AsSpan(start, length);

    /// <summary>One step uphill for the weights from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(int start, ReadOnlySpan<float> gradients)
    {
        var weights = _weights.AsSpan(start, gradients.Length);
        var squares = _squares.AsSpan(start, gradients.Length);
        var at = 0;
        for (; at + Vector128<float>.Count <= gradients.Length; at += Vector128<float>.Count)
        {
            var gradient = Vector128.Create(gradients[at..]);
            var square = Vector128.Create<float>(squares[at..]) + (gradient * gradient);
            var weight = Vector128.Create<float>(weights[at..]) + (gradient * rate / Vector128.Sqrt(square + Vector128.Create(Damping)));
            square.CopyTo(squares[at..]);
            weight.CopyTo(weights[at..]);
        }

        for (; at < gradients.Length; at++)
        {
            squares[at] += gradients[at] * gradients[at];
            weights[at] += gradients[at] * rate / MathF.Sqrt(squares[at] + Damping);
        }
    }

    /// <summary>The weights of rows that long, each times a factor, without what only training needs.</summary>
    public PackedRows Pack(int width, float factor)
    {
        foreach (ref var weight in _weights.AsSpan())
        {
            weight *= factor;
        }

        return PackedRows.Pack(_weights, width);
    }

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Read(BinaryReader reader) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_weights.AsSpan()));

    public void Write(BinaryWriter writer) => writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
}
