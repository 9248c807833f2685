using System.Runtime.InteropServices;
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
        var (seen, counts, numbers) = Seen(sentences);
        var (features, kept) = Often(numbers, counts, options.LeastSeen);
        var tagger = new Tagger(features, new TagWeights(features.Count, states, options.Rate));
        var labels = sentences.Select(sentence => states.Label(sentence.Label)).ToArray();
        new TagTraining(tagger._weights).Fit(
            [.. sentences.Select((sentence, at) => (Kept(seen[at], kept), labels[at], states.Numbers(labels[at], sentence.Tags)))], options);

        return tagger;
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Tagger Read(BinaryReader reader)
    {
        var states = TagStates.Read(reader);
        var features = HashIndex.Read(reader);

        return new Tagger(features, TagWeights.Read(reader, features.Count, states));
    }

    public void Write(BinaryWriter writer)
    {
        _weights.States.Write(writer);
        _features.Write(writer);
        _weights.Write(writer);
    }

    public TagReading Read(IReadOnlyList<string> words)
    {
        var features = new WordFeatures(words);
        var known = new int[features.Words][];
        List<ulong> found = [];
        List<int> numbers = [];
        for (var at = 0; at < known.Length; at++)
        {
            features.Read(at, found);
            numbers.Clear();
            foreach (var feature in found)
            {
                if (_features.Find(feature) is >= 0 and var number)
                {
                    numbers.Add(number);
                }
            }

            known[at] = [.. numbers];
        }

        return new TagReading(_weights, known);
    }

    /// <summary>Each feature gets a number where it is first met.</summary>
    private static (int[][][] Sentences, List<int> Counts, Dictionary<ulong, int> Numbers) Seen(IReadOnlyList<TaggedSentence> sentences)
    {
        var (seen, counts, numbers) = (new int[sentences.Count][][], new List<int>(), new Dictionary<ulong, int>());
        List<ulong> found = [];
        for (var sentence = 0; sentence < seen.Length; sentence++)
        {
            var features = new WordFeatures(sentences[sentence].Words);
            seen[sentence] = new int[features.Words][];
            for (var at = 0; at < features.Words; at++)
            {
                features.Read(at, found);
                var here = seen[sentence][at] = new int[found.Count];
                for (var i = 0; i < here.Length; i++)
                {
                    here[i] = Number(found[i], numbers, counts);
                    counts[here[i]]++;
                }
            }
        }

        return (seen, counts, numbers);
    }

    private static int Number(ulong feature, Dictionary<ulong, int> numbers, List<int> counts)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature, out var known);
        if (!known)
        {
            number = counts.Count;
            counts.Add(0);
        }

        return number;
    }

    /// <summary>The features that stay, and for each by its old number the new one; -1 for one that goes.</summary>
    private static (HashIndex Features, int[] Kept) Often(Dictionary<ulong, int> numbers, List<int> counts, int least)
    {
        var often = numbers.Where(feature => counts[feature.Value] >= least).ToArray();
        var (index, found) = HashIndex.Of([.. often.Select(feature => feature.Key)]);
        var kept = new int[counts.Count];
        Array.Fill(kept, -1);
        for (var at = 0; at < often.Length; at++)
        {
            kept[often[at].Value] = found[at];
        }

        return (index, kept);
    }

    private static int[][] Kept(int[][] words, int[] kept)
    {
        foreach (ref var word in words.AsSpan())
        {
            var left = 0;
            foreach (var number in word)
            {
                if (kept[number] >= 0)
                {
                    word[left++] = kept[number];
                }
            }

            word = word[..left];
        }

        return words;
    }
}
