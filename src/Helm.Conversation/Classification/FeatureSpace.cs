using System.Runtime.InteropServices;

namespace Helm.Conversation.Classification;

/// <summary>The n-grams of the training sentences, each with its place in the vectors and its weight.</summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<ulong, (int Index, float Rarity)> _features;
    private readonly float _rarityOfUnknown;
    private readonly float _wordShare;
    private readonly bool _keepsPunctuation;

    public FeatureSpace(IReadOnlyList<Sample> samples, ClassifierOptions options)
    {
        _wordShare = options.WordShare;
        _keepsPunctuation = options.KeepsPunctuation;
        _rarityOfUnknown = Rarity(0);
        _features = SentencesByGram(samples)
            .Select((entry, index) => (entry.Key, Index: index, Rarity: Rarity(entry.Value)))
            .ToDictionary(entry => entry.Key, entry => (entry.Index, entry.Rarity));

        float Rarity(int sentences) =>
            MathF.Pow(MathF.Log((1f + samples.Count) / (1f + sentences)) + 1, options.RarityPower);
    }

    private FeatureSpace(Dictionary<ulong, (int Index, float Rarity)> features, float rarityOfUnknown, float wordShare, bool keepsPunctuation) =>
        (_features, _rarityOfUnknown, _wordShare, _keepsPunctuation) = (features, rarityOfUnknown, wordShare, keepsPunctuation);

    public int Count => _features.Count;

    public static FeatureSpace Read(BinaryReader reader)
    {
        var (rarityOfUnknown, wordShare, keepsPunctuation, count) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadBoolean(), reader.ReadInt32());
        var features = new Dictionary<ulong, (int Index, float Rarity)>(count);
        for (var index = 0; index < count; index++)
        {
            features.Add(reader.ReadUInt64(), (index, reader.ReadSingle()));
        }

        return new FeatureSpace(features, rarityOfUnknown, wordShare, keepsPunctuation);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_rarityOfUnknown);
        writer.Write(_wordShare);
        writer.Write(_keepsPunctuation);
        writer.Write(_features.Count);
        foreach (var (gram, feature) in _features.OrderBy(entry => entry.Value.Index))
        {
            writer.Write(gram);
            writer.Write(feature.Rarity);
        }
    }

    public FeatureVector Read(string text)
    {
        List<ulong> words = [];
        List<ulong> characters = [];
        NGrams.Read(text, _keepsPunctuation, words, characters);
        var indices = new List<int>(words.Count + characters.Count);
        var values = new List<float>(words.Count + characters.Count);
        Add(words, _wordShare, indices, values);
        Add(characters, 1 - _wordShare, indices, values);

        return new FeatureVector([.. indices], [.. values]);
    }

    private Dictionary<ulong, int> SentencesByGram(IReadOnlyList<Sample> samples)
    {
        var sentences = new Dictionary<ulong, int>();
        List<ulong> words = [];
        List<ulong> characters = [];
        foreach (var sample in samples)
        {
            NGrams.Read(sample.Text, _keepsPunctuation, words, characters);
            foreach (var gram in words.Concat(characters).Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sentences, gram, out _)++;
            }
        }

        return sentences;
    }

    /// <summary>
    /// Repeats count by their logarithm, and a block is as long whatever the sentence. N-grams that no training
    /// sentence has take their part of that length: a sentence of strange words scores low for every label.
    /// </summary>
    private void Add(List<ulong> grams, float share, List<int> indices, List<float> values)
    {
        var first = values.Count;
        var squares = 0f;
        grams.Sort();
        for (int at = 0, next; at < grams.Count; at = next)
        {
            next = AfterRun(grams, at);
            var known = _features.TryGetValue(grams[at], out var feature);
            var value = (1 + MathF.Log(next - at)) * (known ? feature.Rarity : _rarityOfUnknown);
            squares += value * value;
            if (known)
            {
                indices.Add(feature.Index);
                values.Add(value);
            }
        }

        var scale = squares > 0 ? MathF.Sqrt(share / squares) : 0;
        foreach (ref var value in CollectionsMarshal.AsSpan(values)[first..])
        {
            value *= scale;
        }
    }

    private static int AfterRun(List<ulong> grams, int at)
    {
        var next = at + 1;
        while (next < grams.Count && grams[next] == grams[at])
        {
            next++;
        }

        return next;
    }
}
