using System.Runtime.CompilerServices;

namespace Helm.Conversation.Tagging;

/// <summary>
/// Makes the right label with the right tags likelier, sentence by sentence: the gradient is what was said less what
/// was expected.
/// </summary>
internal sealed class TagTraining(TagWeights weights)
{
    /// <summary>Labels that are less likely than this learn nothing from a sentence, but for its own.</summary>
    private const double Negligible = 1e-2;

    private const float Still = 1e-2f;

    /// <summary>The logarithm of how much less likely than the right label makes no difference to any chance.</summary>
    private const double Hopeless = 14;

    private readonly double[] _logs = new double[weights.States.Labels];
    private readonly Emitted _emitted = new(weights.States);

    public void Fit(IReadOnlyList<(WordRows Words, int Label, int[] Tags)> sentences, TaggerOptions options)
    {
        var order = Enumerable.Range(0, sentences.Count).Where(at => sentences[at].Tags.Length > 0).ToArray();
        var random = new Random(options.Seed);
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                Learn(sentences[at].Words.Without(options.Dropout, random), sentences[at].Label, sentences[at].Tags);
            }
        }

        weights.Settle(1 - options.Dropout);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(WordRows words, int right, int[] tags)
    {
        _emitted.Read(weights, words);
        var log = _logs[right] = Paths.Log(weights, right, _emitted);
        for (var label = 0; label < _logs.Length; label++)
        {
            if (label != right)
            {
                var most = Paths.MostLog(weights, label, _emitted);
                _logs[label] = most < log - Hopeless ? most : Paths.Log(weights, label, _emitted);
            }
        }

        var total = LogSum.Of(_logs);
        for (var label = 0; label < _logs.Length; label++)
        {
            var share = Math.Exp(_logs[label] - total);
            if (label == right || share >= Negligible)
            {
                var paths = new Paths(weights, label, _emitted);
                MoveTags(words, paths, label, (float)share, label == right ? tags : null);
                MoveTransitions(paths, label, (float)share, label == right ? tags : null);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MoveTags(WordRows words, Paths paths, int label, float share, int[]? right)
    {
        Span<float> gradients = stackalloc float[weights.States.Tags(label)];
        for (var at = 0; at < words.Words; at++)
        {
            paths.Chances(at, share, gradients);
            if (Turn(gradients, right?[at] ?? -1))
            {
                weights.MoveEmissions(label, words.At(at), gradients);
            }
        }
    }

    private void MoveTransitions(Paths paths, int label, float share, int[]? right)
    {
        var tags = weights.States.Tags(label);
        Span<float> gradients = stackalloc float[tags];
        paths.Chances(0, share, gradients);
        var moved = Move(label, tags, gradients, right?[0] ?? -1);
        Span<float> arriving = stackalloc float[tags];
        for (var at = 1; at < paths.Length; at++)
        {
            paths.Arriving(at, arriving);
            for (var from = 0; from < tags; from++)
            {
                paths.Chances(at, from, share, arriving, gradients);
                moved |= Move(label, from, gradients, right is not null && right[at - 1] == from ? right[at] : -1);
            }
        }

        if (moved)
        {
            weights.Refresh(label);
        }
    }

    private bool Move(int label, int from, Span<float> chances, int right)
    {
        var moves = Turn(chances, right);
        if (moves)
        {
            weights.MoveTransitions(label, from, chances);
        }

        return moves;
    }

    /// <summary>From chances to gradients; false when there is nothing to learn.</summary>
    private static bool Turn(Span<float> chances, int right)
    {
        var most = 0f;
        for (var tag = 0; tag < chances.Length; tag++)
        {
            chances[tag] = (tag == right ? 1 : 0) - chances[tag];
            most = Math.Max(most, Math.Abs(chances[tag]));
        }

        return most > Still;
    }
}
