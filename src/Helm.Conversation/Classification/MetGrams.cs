using System.Runtime.InteropServices;

namespace Helm.Conversation.Classification;

/// <summary>The n-grams met in training, numbered as they come, and in how many sentences each stands.</summary>
internal sealed class MetGrams
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<int> _last = [];

    public List<ulong> Grams { get; } = [];

    public List<int> Sentences { get; } = [];

    public (int Feature, int Times)[] Number(ReadOnlySpan<(ulong Gram, int Times)> found, int sentence)
    {
        var numbered = new (int, int)[found.Length];
        for (var at = 0; at < found.Length; at++)
        {
            var number = Number(found[at].Gram);
            if (_last[number] != sentence)
            {
                // A hash that is a word's as well as a character's counts its sentence once.
                (_last[number], Sentences[number]) = (sentence, Sentences[number] + 1);
            }

            numbered[at] = (number, found[at].Times);
        }

        return numbered;
    }

    private int Number(ulong gram)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, gram, out var known);
        if (!known)
        {
            number = Grams.Count;
            Grams.Add(gram);
            Sentences.Add(0);
            _last.Add(-1);
        }

        return number;
    }
}
