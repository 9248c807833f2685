using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Helm.Conversation.Tagging;

/// <summary>Sums over rows of numbers, as many at once as the processor takes.</summary>
internal static class Vectors
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sums, ReadOnlySpan<float> more)
    {
        var whole = Split(sums, out var rest);
        var wholeMore = Split(more, out var restMore);
        for (var at = 0; at < whole.Length; at++)
        {
            whole[at] += wholeMore[at];
        }

        for (var at = 0; at < rest.Length; at++)
        {
            rest[at] += restMore[at];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTimes(Span<float> sums, ReadOnlySpan<float> more, float factor)
    {
        var whole = Split(sums, out var rest);
        var wholeMore = Split(more, out var restMore);
        for (var at = 0; at < whole.Length; at++)
        {
            whole[at] += wholeMore[at] * factor;
        }

        for (var at = 0; at < rest.Length; at++)
        {
            rest[at] += restMore[at] * factor;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Product(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var wholeLeft = Split(left, out var restLeft);
        var wholeRight = Split(right, out var restRight);
        var sums = Vector<float>.Zero;
        for (var at = 0; at < wholeLeft.Length; at++)
        {
            sums += wholeLeft[at] * wholeRight[at];
        }

        var sum = Vector.Sum(sums);
        for (var at = 0; at < restLeft.Length; at++)
        {
            sum += restLeft[at] * restRight[at];
        }

        return sum;
    }

    private static Span<Vector<float>> Split(Span<float> numbers, out Span<float> rest)
    {
        rest = numbers[(numbers.Length - (numbers.Length % Vector<float>.Count))..];

        return MemoryMarshal.Cast<float, Vector<float>>(numbers);
    }

    private static ReadOnlySpan<Vector<float>> Split(ReadOnlySpan<float> numbers, out ReadOnlySpan<float> rest)
    {
        rest = numbers[(numbers.Length - (numbers.Length % Vector<float>.Count))..];

        return MemoryMarshal.Cast<float, Vector<float>>(numbers);
    }
}
