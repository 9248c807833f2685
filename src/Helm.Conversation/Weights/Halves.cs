using System.Runtime.CompilerServices;

namespace Helm.Conversation.Weights;

/// <summary>Numbers of half the length, of which a sentence reads hundreds.</summary>
internal static class Halves
{
    /// <summary>By so many powers of two is the exponent of a number larger when its bits stand in one of full length.</summary>
    private const float Shift = 5.192296858534828e33f;

    /// <summary>The same as the cast, without its cases for what is no number: below zero and infinity there is nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToSingle(Half half) => BitConverter.UInt32BitsToSingle((uint)BitConverter.HalfToUInt16Bits(half) << 13) * Shift;
}
