using System.Runtime.CompilerServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Tagging;

/// <summary>
/// Finds the words that fill slots by what stands around them, and how likely each label is along with them: one
/// conditional random field over labels and their tags (Lafferty, McCallum and Pereira, "Conditional Random Fields",
/// 2001), in which tags follow one another only within a label, as in the triangular chains of Jeong and Lee
/// ("Triangular-Chain Conditional Random Fields", 2008). Many threads may use it.
/// </summary>
internal sealed class Tagger
{
    private readonly HashIndex _features;
    private readonly TagWeights _weights;

    private Tagger(HashIndex features, TagWeights weights)
    {
        _features = features;
        _weights = weights;
    }

    /// <summary>The same sentences give the same tagger.</summary>
    public static Tagger Train(IReadOnlyList<TaggedSentence> sentences, TaggerOptions options)
    {
        var states = new TagStates(sentences);
        var met = new MetFeatures();
        var read = sentences.Select(sentence => met.Read(sentence.Words)).ToList();
        var (features, twins, standing) = met.Often(options.LeastSeen);
        var tagger = new Tagger(features, new TagWeights(twins.Sizes, states, options.Rate));
        var labels = sentences.Select(sentence => states.Label(sentence.Label)).ToArray();
        new TagTraining(tagger._weights).Fit(
            [.. sentences.Select((sentence, at) => (Kept(read[at].Numbers, read[at].Ends, standing), labels[at], states.Numbers(labels[at], sentence.Tags)))], options);

        return tagger;
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Tagger Read(BinaryReader reader)
    {
        var states = TagStates.Read(reader);
        var features = HashIndex.Read(reader);

        return new Tagger(features, TagWeights.Read(reader, states));
    }

    public void Write(BinaryWriter writer)
    {
        _weights.States.Write(writer);
        _features.Write(writer);
        _weights.Write(writer);
    }

    public TagReading Read(IReadOnlyList<string> words)
    {
        var (features, found) = (new WordFeatures(words), new List<ulong>(WordFeatures.Most));
        var (rows, ends, length) = (new int[features.Words * WordFeatures.Most], new int[features.Words], 0);
        Span<int> starts = stackalloc int[WordFeatures.Most];
        for (var at = 0; at < ends.Length; at++)
        {
            features.Read(at, found);
            for (var number = 0; number < found.Count; number++)
            {
                starts[number] = _features.Start(found[number]);
            }

            for (var number = 0; number < found.Count; number++)
            {
                if (_features.FindFrom(starts[number], found[number]) is >= 0 and var row)
                {
                    rows[length++] = row;
                }
            }

            ends[at] = length;
        }

        return new TagReading(_weights, new WordRows(rows, ends));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static WordRows Kept(int[] numbers, int[] ends, int[] standing)
    {
        var (at, left) = (0, 0);
        foreach (ref var end in ends.AsSpan())
        {
            for (; at < end; at++)
            {
                if (standing[numbers[at]] is >= 0 and var row)
                {
                    numbers[left++] = row;
                }
            }

            end = left;
        }

        return new WordRows(numbers[..left], ends);
    }
}
