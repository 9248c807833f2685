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

    private readonly double[] _logs = new double[weights.States.Labels];

    public void Fit(IReadOnlyList<(int[][] Features, int Label, int[] Tags)> sentences, TaggerOptions options)
    {
        var order = Enumerable.Range(0, sentences.Count).Where(at => sentences[at].Tags.Length > 0).ToArray();
        var random = new Random(options.Seed);
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                Learn(sentences[at].Features, sentences[at].Label, sentences[at].Tags);
            }
        }

        weights.Settle();
    }

    private void Learn(int[][] features, int right, int[] tags)
    {
        var emitted = new Emitted(weights.States, weights.Emissions(features));
        for (var label = 0; label < _logs.Length; label++)
        {
            _logs[label] = Paths.Log(weights, label, emitted);
        }

        var total = LogSum.Of(_logs);
        for (var label = 0; label < _logs.Length; label++)
        {
            var share = Math.Exp(_logs[label] - total);
            if (label == right || share >= Negligible)
            {
                var paths = new Paths(weights, label, emitted);
                MoveTags(features, paths, label, (float)share, label == right ? tags : null);
                MoveTransitions(paths, label, (float)share, label == right ? tags : null);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MoveTags(int[][] features, Paths paths, int label, float share, int[]? right)
    {
        Span<float> gradients = stackalloc float[weights.States.Tags(label)];
        for (var at = 0; at < features.Length; at++)
        {
            paths.Chances(at, share, gradients);
            if (Turn(gradients, right?[at] ?? -1))
            {
                weights.MoveEmissions(label, features[at], gradients);
            }
        }
    }

    private void MoveTransitions(Paths paths, int label, float share, int[]? right)
    {
        var tags = weights.States.Tags(label);
        Span<float> gradients = stackalloc float[tags];
        paths.Chances(0, share, gradients);
        if (Turn(gradients, right?[0] ?? -1))
        {
            weights.MoveTransitions(label, tags, gradients);
        }

        Span<float> arriving = stackalloc float[tags];
        for (var at = 1; at < paths.Length; at++)
        {
            paths.Arriving(at, arriving);
            for (var from = 0; from < tags; from++)
            {
                paths.Chances(at, from, share, arriving, gradients);
                if (Turn(gradients, right is not null && right[at - 1] == from ? right[at] : -1))
                {
                    weights.MoveTransitions(label, from, gradients);
                }
            }
        }

        weights.Refresh(label);
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
