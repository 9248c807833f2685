using System.Numerics;
using System.Runtime.InteropServices;

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
    private float[] _squares = new float[count];

    public ReadOnlySpan<float> Row(int start, int length) => _weights.AsSpan(start, length);

    /// <summary>One step uphill for the weights from <paramref name="start"/> on.</summary>
    public void Move(int start, ReadOnlySpan<float> gradients)
    {
        var weights = Vectors.Split(_weights.AsSpan(start, gradients.Length), out var lastWeights);
        var squares = Vectors.Split(_squares.AsSpan(start, gradients.Length), out var lastSquares);
        for (var at = 0; at < weights.Length; at++)
        {
            var gradient = new Vector<float>(gradients[(at * Vector<float>.Count)..]);
            squares[at] += gradient * gradient;
            weights[at] += gradient * rate / Vector.SquareRoot(squares[at] + new Vector<float>(Damping));
        }

        var last = gradients[(weights.Length * Vector<float>.Count)..];
        for (var at = 0; at < last.Length; at++)
        {
            lastSquares[at] += last[at] * last[at];
            lastWeights[at] += last[at] * rate / MathF.Sqrt(lastSquares[at] + Damping);
        }
    }

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Read(BinaryReader reader) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_weights.AsSpan()));

    public void Write(BinaryWriter writer) => writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));

    /// <summary>The weights stay; what only training needs is let go.</summary>
    public void Settle() => _squares = [];
}
