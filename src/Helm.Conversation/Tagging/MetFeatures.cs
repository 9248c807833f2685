using System.Runtime.CompilerServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Tagging;

/// <summary>The features met in training, numbered as they come, and at which words each is to be seen.</summary>
internal sealed class MetFeatures
{
    private readonly Numbering _numbers = new();
    private readonly List<ulong> _found = [];
    private (ulong Places, int Words)[] _met = new (ulong, int)[1024];
    private int _words;

    /// <summary>The features of each word of a sentence by their numbers, and where those of each word end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int[] Numbers, int[] Ends) Read(IReadOnlyList<string> words)
    {
        var features = new WordFeatures(words);
        var (numbers, ends, length) = (new int[features.Words * WordFeatures.Most], new int[features.Words], 0);
        for (var at = 0; at < ends.Length; at++, _words++)
        {
            features.Read(at, _found);
            foreach (var feature in _found)
            {
                numbers[length++] = Met(feature);
            }

            ends[at] = length;
        }

        return (numbers[..length], ends);
    }

    /// <summary>The features seen at so many words, and the rows of weights that they share.</summary>
    /// <returns>For each feature by its number also the row that it stands for; -1 for one that goes, or that another stands for.</returns>
    public (HashIndex Features, Twins Twins, int[] Standing) Often(int least)
    {
        var (hashes, places, often) = (new List<ulong>(), new List<ulong>(), new List<int>());
        for (var number = 0; number < _numbers.Count; number++)
        {
            if (_met[number].Words >= least)
            {
                hashes.Add(_numbers.Hashes[number]);
                places.Add(_met[number].Places);
                often.Add(number);
            }
        }

        var (twins, standing) = (new Twins([.. places]), new int[_numbers.Count]);
        Array.Fill(standing, -1);
        for (var row = 0; row < twins.Firsts.Length; row++)
        {
            standing[often[twins.Firsts[row]]] = row;
        }

        return (HashIndex.Of([.. hashes], twins.Rows), twins, standing);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Met(ulong feature)
    {
        var number = _numbers.Number(feature);
        if (number == _met.Length)
        {
            Array.Resize(ref _met, 2 * _met.Length);
        }

        ref var met = ref _met[number];
        met = (Twins.Add(met.Places, _words), met.Words + 1);

        return number;
    }
}
