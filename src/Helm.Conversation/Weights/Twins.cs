using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Helm.Conversation.Weights;

/// <summary>
/// Features that stand in the very same places, as the pieces of a rare word do. Whatever is learned of one holds for the
/// others, so that they share a row of weights: less to learn, and less to keep.
/// </summary>
internal sealed class Twins
{
    private readonly int[] _rows;
    private readonly List<int> _firsts = [];
    private readonly List<int> _sizes = [];

    /// <param name="places">For each feature what <see cref="Add"/> made of its places, one after the other.</param>
    public Twins(ReadOnlySpan<ulong> places)
    {
        _rows = new int[places.Length];
        var known = new Numbering();
        for (var feature = 0; feature < _rows.Length; feature++)
        {
            var row = _rows[feature] = known.Number(places[feature]);
            if (row == _sizes.Count)
            {
                _firsts.Add(feature);
                _sizes.Add(0);
            }

            _sizes[row]++;
        }
    }

    /// <summary>The row of each feature.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>How many features share each row.</summary>
    public ReadOnlySpan<int> Sizes => CollectionsMarshal.AsSpan(_sizes);

    /// <summary>The first feature of each row, which stands for all that share it.</summary>
    public ReadOnlySpan<int> Firsts => CollectionsMarshal.AsSpan(_firsts);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsFirst(int feature) => _firsts[_rows[feature]] == feature;

    /// <summary>One more place, a number of at least 0, to those of a feature; 0 where it had none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong places, int place)
    {
        // FNV-1a, see NGrams.
        var more = (places ^ ((uint)place + 1)) * 0x100000001B3;

        return more ^ (more >> 29);
    }
}
