using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Helm.Conversation.Classification;

/// <summary>The different n-grams of a sentence, in the order in which they are met, and how often each stands in it.</summary>
internal sealed class Grams
{
    private const int SmallestTable = 64;

    private readonly List<ulong> _words = [];
    private readonly List<ulong> _characters = [];
    private readonly List<(ulong Gram, int Times)> _countedWords = [];
    private readonly List<(ulong Gram, int Times)> _countedCharacters = [];

    /// <summary>Where each n-gram stands in a list, plus one; 0 where the place is free.</summary>
    private int[] _places = [];

    public ReadOnlySpan<(ulong Gram, int Times)> Words => CollectionsMarshal.AsSpan(_countedWords);

    public ReadOnlySpan<(ulong Gram, int Times)> Characters => CollectionsMarshal.AsSpan(_countedCharacters);

    public void Read(string text, bool keepsPunctuation)
    {
        NGrams.Read(text, keepsPunctuation, _words, _characters);
        Count(_words, _countedWords);
        Count(_characters, _countedCharacters);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(List<ulong> grams, List<(ulong Gram, int Times)> counted)
    {
        counted.Clear();
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(SmallestTable, 2 * grams.Count));
        if (_places.Length < size)
        {
            _places = new int[size];
        }
        else
        {
            _places.AsSpan(0, size).Clear();
        }

        foreach (var gram in grams)
        {
            var place = (int)(gram ^ (gram >> 32)) & (size - 1);
            while (_places[place] is > 0 and var other && counted[other - 1].Gram != gram)
            {
                place = (place + 1) & (size - 1);
            }

            if (_places[place] == 0)
            {
                counted.Add((gram, 1));
                _places[place] = counted.Count;
            }
            else
            {
                CollectionsMarshal.AsSpan(counted)[_places[place] - 1].Times++;
            }
        }
    }
}
