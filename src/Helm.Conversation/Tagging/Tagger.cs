using System.Runtime.InteropServices;

namespace Helm.Conversation.Tagging;

/// <summary>
/// Finds the words that fill slots by what stands around them, and how likely each label is along with them: one
/// conditional random field over labels and their tags (Lafferty, McCallum and Pereira, "Conditional Random Fields",
/// 2001), in which tags follow one another only within a label, as in the triangular chains of Jeong and Lee
/// ("Triangular-Chain Conditional Random Fields", 2008). Many threads may use it.
/// </summary>
internal sealed class Tagger
{
    private readonly Dictionary<ulong, int> _features;
    private readonly TagWeights _weights;

    private Tagger(Dictionary<ulong, int> features, TagWeights weights)
    {
        _features = features;
        _weights = weights;
    }

    /// <summary>The same sentences give the same tagger.</summary>
    public static Tagger Train(IReadOnlyList<TaggedSentence> sentences, TaggerOptions options)
    {
        var seen = sentences.AsParallel().AsOrdered().Select(sentence => WordFeatures.Of(sentence.Words)).ToArray();
        var states = new TagStates(sentences);
        var features = Often(seen, options.LeastSeen);
        var tagger = new Tagger(features, new TagWeights(features.Count, states, options.Rate));
        var labels = sentences.Select(sentence => states.Label(sentence.Label)).ToArray();
        new TagTraining(tagger._weights).Fit(
            [.. sentences.Select((sentence, at) => (tagger.Known(seen[at]), labels[at], states.Numbers(labels[at], sentence.Tags)))], options);

        return tagger;
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Tagger Read(BinaryReader reader)
    {
        var states = TagStates.Read(reader);
        var features = new Dictionary<ulong, int>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            features.Add(reader.ReadUInt64(), features.Count);
        }

        var weights = new TagWeights(features.Count, states, rate: 0);
        weights.Read(reader);

        return new Tagger(features, weights);
    }

    public void Write(BinaryWriter writer)
    {
        _weights.States.Write(writer);
        writer.Write(_features.Count);
        foreach (var feature in _features.OrderBy(entry => entry.Value))
        {
            writer.Write(feature.Key);
        }

        _weights.Write(writer);
    }

    public TagReading Read(IReadOnlyList<string> words) => new(_weights, Known(WordFeatures.Of(words)));

    private static Dictionary<ulong, int> Often(ulong[][][] sentences, int least)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var feature in sentences.SelectMany(words => words).SelectMany(word => word))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        return counts.Where(entry => entry.Value >= least).Select((entry, index) => (entry.Key, index)).ToDictionary();
    }

    private int[][] Known(ulong[][] words) =>
        [.. words.Select(word => word.Select(feature => _features.GetValueOrDefault(feature, -1)).Where(index => index >= 0).ToArray())];
}
