using System.Runtime.InteropServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Classification;

/// <summary>The n-grams of the training sentences, each with its place in the vectors and its weight.</summary>
internal sealed class FeatureSpace
{
    private readonly HashIndex _features;
    // Three figures are enough to weigh with, and there are half a million of them.
    private readonly Half[] _rarities;
    private readonly float _rarityOfUnknown;
    private readonly float _wordShare;
    private readonly bool _keepsPunctuation;

    private FeatureSpace(HashIndex features, Half[] rarities, float rarityOfUnknown, float wordShare, bool keepsPunctuation) =>
        (_features, _rarities, _rarityOfUnknown, _wordShare, _keepsPunctuation) = (features, rarities, rarityOfUnknown, wordShare, keepsPunctuation);

    public int Count => _features.Count;

    /// <summary>The space of these sentences, and their vectors in it.</summary>
    public static (FeatureSpace Space, FeatureVector[] Vectors) Learn(IReadOnlyList<Sample> samples, ClassifierOptions options)
    {
        var (grams, met, read) = (new Grams(), new MetGrams(), new Counted[samples.Count]);
        for (var sample = 0; sample < read.Length; sample++)
        {
            grams.Read(samples[sample].Text, options.KeepsPunctuation);
            read[sample] = new Counted(met.Number(grams.Words, sample), met.Number(grams.Characters, sample));
        }

        var (index, numbers) = HashIndex.Of(CollectionsMarshal.AsSpan(met.Grams));
        var rarities = new Half[index.Count];
        for (var at = 0; at < numbers.Length; at++)
        {
            rarities[numbers[at]] = (Half)Rarity(met.Sentences[at]);
        }

        var space = new FeatureSpace(index, rarities, Rarity(0), options.WordShare, options.KeepsPunctuation);

        return (space, [.. read.Select(counted => space.Vector(counted.Renumbered(numbers)))]);

        float Rarity(int sentences) =>
            MathF.Pow(MathF.Log((1f + samples.Count) / (1f + sentences)) + 1, options.RarityPower);
    }

    public static FeatureSpace Read(BinaryReader reader)
    {
        var (rarityOfUnknown, wordShare, keepsPunctuation, features) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadBoolean(), HashIndex.Read(reader));
        var rarities = new Half[features.Count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rarities.AsSpan()));

        return new FeatureSpace(features, rarities, rarityOfUnknown, wordShare, keepsPunctuation);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_rarityOfUnknown);
        writer.Write(_wordShare);
        writer.Write(_keepsPunctuation);
        _features.Write(writer);
        writer.Write(MemoryMarshal.AsBytes(_rarities.AsSpan()));
    }

    public FeatureVector Read(string text)
    {
        var grams = new Grams();
        grams.Read(text, _keepsPunctuation);

        return Vector(new Counted(Known(grams.Words), Known(grams.Characters)));
    }

    private (int Feature, int Times)[] Known(ReadOnlySpan<(ulong Gram, int Times)> grams)
    {
        var known = new (int, int)[grams.Length];
        for (var at = 0; at < grams.Length; at++)
        {
            known[at] = (_features.Find(grams[at].Gram), grams[at].Times);
        }

        return known;
    }

    private FeatureVector Vector(Counted read)
    {
        var length = read.Words.Length + read.Characters.Length;
        var (indices, values) = (new int[length], new float[length]);
        var words = Add(read.Words, _wordShare, indices, values);
        var all = words + Add(read.Characters, 1 - _wordShare, indices.AsSpan(words), values.AsSpan(words));

        return new FeatureVector(indices[..all], values[..all]);
    }

    /// <summary>
    /// Repeats count by their logarithm, and a block is as long whatever the sentence. N-grams that no training
    /// sentence has take their part of that length: a sentence of strange words scores low for every label.
    /// </summary>
    /// <returns>How many were added.</returns>
    private int Add((int Feature, int Times)[] grams, float share, Span<int> indices, Span<float> values)
    {
        var (squares, added) = (0f, 0);
        foreach (var (feature, times) in grams)
        {
            var value = (times == 1 ? 1 : 1 + MathF.Log(times)) * (feature >= 0 ? (float)_rarities[feature] : _rarityOfUnknown);
            squares += value * value;
            if (feature >= 0)
            {
                (indices[added], values[added]) = (feature, value);
                added++;
            }
        }

        var scale = squares > 0 ? MathF.Sqrt(share / squares) : 0;
        foreach (ref var value in values[..added])
        {
            value *= scale;
        }

        return added;
    }

    /// <summary>A sentence's n-grams by the number of their feature, -1 for one that is none, and how often each stands in it.</summary>
    private readonly record struct Counted((int Feature, int Times)[] Words, (int Feature, int Times)[] Characters)
    {
        public Counted Renumbered(int[] numbers) => new(Renumber(Words, numbers), Renumber(Characters, numbers));

        private static (int Feature, int Times)[] Renumber((int Feature, int Times)[] grams, int[] numbers)
        {
            foreach (ref var gram in grams.AsSpan())
            {
                gram.Feature = numbers[gram.Feature];
            }

            return grams;
        }
    }
}
