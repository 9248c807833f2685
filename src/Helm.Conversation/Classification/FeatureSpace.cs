using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Helm.Conversation.Weights;

namespace Helm.Conversation.Classification;

/// <summary>The n-grams of the training sentences, each with its place in the vectors and its weight.</summary>
internal sealed class FeatureSpace
{
    /// <summary>One for each thread: there are hundreds of n-grams in a sentence.</summary>
    [ThreadStatic]
    private static Grams? _grams;

    private readonly HashIndex _features;
    // By row. Three figures are enough to weigh with.
    private readonly Half[] _rarities;
    private readonly float _rarityOfUnknown;
    private readonly float _wordShare;
    private readonly bool _keepsPunctuation;

    private FeatureSpace(HashIndex features, Half[] rarities, float rarityOfUnknown, float wordShare, bool keepsPunctuation) =>
        (_features, _rarities, _rarityOfUnknown, _wordShare, _keepsPunctuation) = (features, rarities, rarityOfUnknown, wordShare, keepsPunctuation);

    /// <summary>How many rows of weights there are; n-grams that always stand together share one.</summary>
    public int Rows => _rarities.Length;

    /// <summary>The space of these sentences, and their vectors in it: in those a row stands once for all n-grams that share it.</summary>
    public static (FeatureSpace Space, TrainingVectors Vectors) Learn(IReadOnlyList<Sample> samples, ClassifierOptions options)
    {
        var (grams, met, read) = (new Grams(), new MetGrams(), new Counted[samples.Count]);
        for (var sample = 0; sample < read.Length; sample++)
        {
            grams.Read(samples[sample].Text, options.KeepsPunctuation);
            read[sample] = new Counted(met.Number(grams.Words, 0, sample), met.Number(grams.Characters, 1, sample));
        }

        var twins = met.Twins();
        var (rarities, roots) = (new Half[twins.Sizes.Length], new float[twins.Sizes.Length]);
        for (var row = 0; row < roots.Length; row++)
        {
            (rarities[row], roots[row]) = ((Half)Rarity(met.Sentences(twins.Firsts[row])), MathF.Sqrt(twins.Sizes[row]));
        }

        var space = new FeatureSpace(HashIndex.Of(met.Grams, twins.Rows), rarities, Rarity(0), options.WordShare, options.KeepsPunctuation);

        return (space, space.Vectors([.. read.Select(counted => counted.Firsts(twins))], roots));

        float Rarity(int sentences) =>
            MathF.Pow(MathF.Log((1f + samples.Count) / (1f + sentences)) + 1, options.RarityPower);
    }

    public static FeatureSpace Read(BinaryReader reader)
    {
        var (rarityOfUnknown, wordShare, keepsPunctuation, features) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadBoolean(), HashIndex.Read(reader));
        var rarities = new Half[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rarities.AsSpan()));

        return new FeatureSpace(features, rarities, rarityOfUnknown, wordShare, keepsPunctuation);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_rarityOfUnknown);
        writer.Write(_wordShare);
        writer.Write(_keepsPunctuation);
        _features.Write(writer);
        writer.Write(_rarities.Length);
        writer.Write(MemoryMarshal.AsBytes(_rarities.AsSpan()));
    }

    public FeatureVector Read(string text)
    {
        var grams = _grams ??= new Grams();
        grams.Read(text, _keepsPunctuation);

        return Vector(new Counted(Known(grams.Words), Known(grams.Characters)));
    }

    private (int Row, int Times)[] Known(ReadOnlySpan<(ulong Gram, int Times)> grams)
    {
        var known = new (int Row, int Times)[grams.Length];
        for (var at = 0; at < grams.Length; at++)
        {
            known[at] = (_features.Start(grams[at].Gram), grams[at].Times);
        }

        for (var at = 0; at < known.Length; at++)
        {
            known[at].Row = _features.FindFrom(known[at].Row, grams[at].Gram);
        }

        return known;
    }

    private FeatureVector Vector(Counted read)
    {
        var (rows, values) = (new int[read.Length], new float[read.Length]);
        var all = Fill(read, roots: default, rows, values);

        return new FeatureVector(rows.AsSpan(0, all), values.AsSpan(0, all));
    }

    /// <param name="roots">By row, the root of how many n-grams it stands for.</param>
    private TrainingVectors Vectors(Counted[] read, float[] roots)
    {
        var (starts, length) = (new int[read.Length + 1], read.Sum(counted => counted.Length));
        var (rows, values) = (new int[length], new float[length]);
        for (var sentence = 0; sentence < read.Length; sentence++)
        {
            var start = starts[sentence];
            starts[sentence + 1] = start + Fill(read[sentence], roots, rows.AsSpan(start), values.AsSpan(start));
        }

        return new TrainingVectors(starts, rows, values, roots);
    }

    /// <returns>How many there are.</returns>
    private int Fill(Counted read, ReadOnlySpan<float> roots, Span<int> rows, Span<float> values)
    {
        var words = Add(read.Words, roots, _wordShare, rows, values);

        return words + Add(read.Characters, roots, 1 - _wordShare, rows[words..], values[words..]);
    }

    /// <summary>
    /// Repeats count by their logarithm, and a block is as long whatever the sentence. N-grams that no training
    /// sentence has take their part of that length: a sentence of strange words scores low for every label.
    /// </summary>
    /// <returns>How many were added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Add((int Row, int Times)[] grams, ReadOnlySpan<float> roots, float share, Span<int> rows, Span<float> values)
    {
        var (squares, added) = (0f, 0);
        foreach (var (row, times) in grams)
        {
            var value = (times == 1 ? 1 : 1 + MathF.Log(times)) * (row >= 0 ? Halves.ToSingle(_rarities[row]) : _rarityOfUnknown) * (roots.IsEmpty ? 1 : roots[row]);
            squares += value * value;
            if (row >= 0)
            {
                (rows[added], values[added]) = (row, value);
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

    /// <summary>A sentence's n-grams by the number of their row, -1 for one that has none, and how often each stands in it.</summary>
    private readonly record struct Counted((int Row, int Times)[] Words, (int Row, int Times)[] Characters)
    {
        public int Length => Words.Length + Characters.Length;

        /// <summary>From the numbers of n-grams to those of rows, each once.</summary>
        public Counted Firsts(Twins twins) => new(Firsts(Words, twins), Firsts(Characters, twins));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static (int Row, int Times)[] Firsts((int Gram, int Times)[] grams, Twins twins)
        {
            var left = 0;
            foreach (var (gram, times) in grams)
            {
                if (twins.IsFirst(gram))
                {
                    grams[left++] = (twins.Rows[gram], times);
                }
            }

            return grams[..left];
        }
    }
}
