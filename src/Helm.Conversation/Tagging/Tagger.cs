using System.Runtime.InteropServices;

namespace Helm.Conversation.Tagging;

/// <summary>
/// Finds the words that fill slots by what stands around them: an averaged perceptron over sequences
/// (Collins, "Discriminative Training Methods for Hidden Markov Models", 2002). Many threads may use it.
/// </summary>
internal sealed class Tagger
{
    private readonly string[] _tags;
    private readonly Dictionary<string, int> _features;
    private readonly TagWeights _weights;

    private Tagger(string[] tags, Dictionary<string, int> features)
    {
        _tags = tags;
        _features = features;
        _weights = new TagWeights(features.Count, tags.Length);
    }

    /// <summary>The same sentences give the same tagger.</summary>
    public static Tagger Train(IReadOnlyList<TaggedSentence> sentences, TaggerOptions options)
    {
        string[] tags = [Chunk.Outside, .. sentences.SelectMany(sentence => sentence.Tags).Distinct().Where(tag => tag != Chunk.Outside).Order(StringComparer.Ordinal)];
        var features = new Dictionary<string, int>();
        int[][][] seen = [.. sentences.Select(sentence => Learn(sentence.Words, features))];
        var tagger = new Tagger(tags, features);
        int[][] right = [.. sentences.Select(sentence => sentence.Tags.Select(tag => Array.IndexOf(tags, tag)).ToArray())];
        tagger.Fit(seen, right, options);

        return tagger;
    }

    /// <summary>A tag for each word.</summary>
    public string[] Tag(IReadOnlyList<string> words)
    {
        var sentence = WordFeatures.Of(words).Select(Known).ToArray();

        return [.. Viterbi.Best(sentence, _weights).Select(tag => _tags[tag])];
    }

    private static int[][] Learn(IReadOnlyList<string> words, Dictionary<string, int> features) =>
        [.. WordFeatures.Of(words).Select(at => at.Select(feature => Index(feature, features)).ToArray())];

    private static int Index(string feature, Dictionary<string, int> features)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(features, feature, out var known);

        return known ? index : index = features.Count - 1;
    }

    private int[] Known(List<string> features) =>
        [.. features.Where(_features.ContainsKey).Select(feature => _features[feature])];

    private void Fit(int[][][] sentences, int[][] right, TaggerOptions options)
    {
        var order = Enumerable.Range(0, sentences.Length).ToArray();
        var random = new Random(options.Seed);
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var said = Viterbi.Best(sentences[at], _weights);
                if (!said.AsSpan().SequenceEqual(right[at]))
                {
                    _weights.Add(sentences[at], right[at], 1);
                    _weights.Add(sentences[at], said, -1);
                }

                _weights.NextStep();
            }
        }

        _weights.Average();
    }
}
