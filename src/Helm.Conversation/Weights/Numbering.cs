using System.Runtime.CompilerServices;

namespace Helm.Conversation.Weights;

/// <summary>Numbers hashes as they come. Millions are looked up while learning, so that it is a table and nothing else.</summary>
internal sealed class Numbering
{
    private const int FewestBits = 12;

    private ulong[] _hashes = new ulong[1 << (FewestBits - 1)];

    /// <summary>Twice as long: at the place of a hash or one of the next its number and one, 0 where a place is free.</summary>
    private int[] _places = new int[1 << FewestBits];
    private int _shift = 64 - FewestBits;

    public int Count { get; private set; }

    /// <summary>Those met so far, by their numbers.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Number(ulong hash)
    {
        var place = Place(hash);
        if (_places[place] == 0)
        {
            if (Count == _hashes.Length)
            {
                Grow();
                place = Place(hash);
            }

            _hashes[Count] = hash;
            _places[place] = ++Count;
        }

        return _places[place] - 1;
    }

    /// <summary>Where it is, or would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong hash)
    {
        var place = (int)(hash >> _shift);
        while (_places[place] is not 0 and var number && _hashes[number - 1] != hash)
        {
            place = (place + 1) & (_places.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, 2 * _hashes.Length);
        _places = new int[2 * _places.Length];
        _shift--;
        for (var number = 0; number < Count; number++)
        {
            _places[Place(_hashes[number])] = number + 1;
        }
    }
}
