using System.Runtime.InteropServices;

namespace Helm.Conversation.Weights;

/// <summary>
/// Numbers hashes by their order. They are spread evenly, so that a short table of first guesses leads to the right
/// place, and no more room is needed than for the hashes themselves.
/// </summary>
internal sealed class HashIndex
{
    private const int FewestBits = 4;

    // At most so many hashes to a place on average: what lies side by side is fetched at once, and a longer table is only memory.
    private const int ToAPlace = 4;

    private readonly ulong[] _sorted;
    private readonly int[] _starts;
    private readonly int _shift;

    /// <param name="sorted">Each once.</param>
    private HashIndex(ulong[] sorted)
    {
        var bits = FewestBits;
        while (ToAPlace << bits < sorted.Length)
        {
            bits++;
        }

        (_sorted, _shift, _starts) = (sorted, 64 - bits, new int[(1 << bits) + 1]);
        foreach (var hash in sorted)
        {
            _starts[(hash >> _shift) + 1]++;
        }

        for (var at = 1; at < _starts.Length; at++)
        {
            _starts[at] += _starts[at - 1];
        }
    }

    public int Count => _sorted.Length;

    /// <param name="hashes">Each once, in any order.</param>
    /// <returns>The index, and for each of the hashes its number.</returns>
    public static (HashIndex Index, int[] Numbers) Of(ReadOnlySpan<ulong> hashes)
    {
        var (sorted, origins, numbers) = (hashes.ToArray(), new int[hashes.Length], new int[hashes.Length]);
        for (var at = 0; at < origins.Length; at++)
        {
            origins[at] = at;
        }

        Array.Sort(sorted, origins);
        for (var at = 0; at < origins.Length; at++)
        {
            numbers[origins[at]] = at;
        }

        return (new HashIndex(sorted), numbers);
    }

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static HashIndex Read(BinaryReader reader)
    {
        var sorted = new ulong[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sorted.AsSpan()));

        return new HashIndex(sorted);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_sorted.Length);
        writer.Write(MemoryMarshal.AsBytes(_sorted.AsSpan()));
    }

    /// <summary>-1 for one that has none.</summary>
    public int Find(ulong hash)
    {
        var place = hash >> _shift;
        var end = _starts[place + 1];
        for (var at = _starts[place]; at < end; at++)
        {
            if (_sorted[at] == hash)
            {
                return at;
            }
        }

        return -1;
    }
}
