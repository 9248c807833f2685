using System.Runtime.CompilerServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Classification;

/// <summary>The n-grams met in training, numbered as they come, and in which sentences each stands.</summary>
internal sealed class MetGrams
{
    private readonly Numbering _numbers = new();
    private Met[] _met = new Met[1024];

    /// <summary>By their numbers.</summary>
    public ReadOnlySpan<ulong> Grams => _numbers.Hashes;

    /// <summary>How many sentences an n-gram stands in.</summary>
    public int Sentences(int gram) => _met[gram].Sentences;

    public Twins Twins()
    {
        var places = new ulong[_numbers.Count];
        for (var gram = 0; gram < places.Length; gram++)
        {
            places[gram] = _met[gram].Places;
        }

        return new Twins(places);
    }

    /// <param name="block">Grams of two blocks are weighed apart.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Gram, int Times)[] Number(ReadOnlySpan<(ulong Gram, int Times)> found, int block, int sentence)
    {
        var numbered = new (int, int)[found.Length];
        for (var at = 0; at < found.Length; at++)
        {
            var number = _numbers.Number(found[at].Gram);
            if (number == _met.Length)
            {
                Array.Resize(ref _met, 2 * _met.Length);
            }

            _met[number].Add(block, sentence, found[at].Times);
            numbered[at] = (number, found[at].Times);
        }

        return numbered;
    }

    private struct Met
    {
        /// <summary>The last of its sentences, and one.</summary>
        private int _last;

        /// <summary>In which sentences it stands, and how often in each.</summary>
        public ulong Places { get; private set; }

        /// <summary>How many sentences it stands in.</summary>
        public int Sentences { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int block, int sentence, int times)
        {
            Places = Weights.Twins.Add(Weights.Twins.Add(Places, sentence), (2 * times) + block);
            // A hash that is a word's as well as a character's counts its sentence once.
            Sentences += _last == sentence + 1 ? 0 : 1;
            _last = sentence + 1;
        }
    }
}
