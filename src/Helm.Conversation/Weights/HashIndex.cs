using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Helm.Conversation.Weights;

/// <summary>
/// Leads from hashes to numbers, of which several may share one. Hashes are spread evenly, so that a short table of places
/// leads to the few that a hash may be among, and no more room is needed than for half of each hash and its number.
/// </summary>
internal sealed class HashIndex
{
    private const int FewestBits = 4;

    // At most so many hashes to a place on average: what lies side by side is fetched at once, and a longer table is only memory.
    private const int ToAPlace = 4;

    private const int HalfBits = 32;

    /// <summary>
    /// The lower half of a hash, and its number: the upper half is told by the place but for some bits, and of a million
    /// hashes less than one is met that is taken for another.
    /// </summary>
    private readonly ulong[] _entries;
    private readonly int[] _starts;
    private readonly int _shift;

    private HashIndex(ulong[] entries, int[] starts) =>
        (_entries, _starts, _shift) = (entries, starts, 64 - Bits(entries.Length));

    /// <param name="hashes">Each once, in any order.</param>
    /// <param name="numbers">For each of the hashes its number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static HashIndex Of(ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> numbers)
    {
        var shift = 64 - Bits(hashes.Length);
        var starts = new int[(1 << (64 - shift)) + 1];
        foreach (var hash in hashes)
        {
            starts[(hash >> shift) + 1]++;
        }

        for (var at = 1; at < starts.Length; at++)
        {
            starts[at] += starts[at - 1];
        }

        var (entries, next) = (new ulong[hashes.Length], starts.AsSpan().ToArray());
        for (var at = 0; at < hashes.Length; at++)
        {
            entries[next[hashes[at] >> shift]++] = (hashes[at] << HalfBits) | (uint)numbers[at];
        }

        return new HashIndex(entries, starts);
    }

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static HashIndex Read(BinaryReader reader)
    {
        var entries = new ulong[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(entries.AsSpan()));
        var starts = new int[(1 << Bits(entries.Length)) + 1];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(starts.AsSpan()));

        return new HashIndex(entries, starts);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_entries.Length);
        writer.Write(MemoryMarshal.AsBytes(_entries.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_starts.AsSpan()));
    }

    /// <summary>-1 for one that has none.</summary>
    public int Find(ulong hash) => FindFrom(Start(hash), hash);

    /// <summary>Where to look for it. Who has many hashes asks for all of these first: then their places are fetched side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(ulong hash) => _starts[hash >> _shift];

    /// <param name="start">See <see cref="Start"/>.</param>
    public int FindFrom(int start, ulong hash)
    {
        var end = _starts[(hash >> _shift) + 1];
        for (var at = start; at < end; at++)
        {
            if (_entries[at] >> HalfBits == (uint)hash)
            {
                return (int)_entries[at];
            }
        }

        return -1;
    }

    private static int Bits(int hashes)
    {
        var bits = FewestBits;
        while (ToAPlace << bits < hashes)
        {
            bits++;
        }

        return bits;
    }
}
