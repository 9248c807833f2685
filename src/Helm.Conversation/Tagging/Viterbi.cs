namespace Helm.Conversation.Tagging;

/// <summary>Finds the sequence of tags with the highest sum of weights.</summary>
internal static class Viterbi
{
    public static int[] Best(int[][] sentence, TagWeights weights)
    {
        var scores = new float[sentence.Length][];
        var origins = new int[sentence.Length][];
        for (var at = 0; at < sentence.Length; at++)
        {
            scores[at] = Emitted(sentence[at], weights);
            origins[at] = new int[weights.Tags];
            if (at == 0)
            {
                Add(scores[0], weights.Transitions(weights.Start));
            }
            else
            {
                Join(scores[at - 1], scores[at], origins[at], weights);
            }
        }

        return Traced(scores, origins);
    }

    private static float[] Emitted(int[] features, TagWeights weights)
    {
        var scores = new float[weights.Tags];
        foreach (var feature in features)
        {
            Add(scores, weights.Emissions(feature));
        }

        return scores;
    }

    private static void Add(float[] scores, ReadOnlySpan<float> more)
    {
        for (var tag = 0; tag < scores.Length; tag++)
        {
            scores[tag] += more[tag];
        }
    }

    private static void Join(float[] before, float[] scores, int[] origins, TagWeights weights)
    {
        var best = new float[scores.Length];
        Array.Fill(best, float.MinValue);
        for (var from = 0; from < before.Length; from++)
        {
            var row = weights.Transitions(from);
            for (var tag = 0; tag < best.Length; tag++)
            {
                if (before[from] + row[tag] > best[tag])
                {
                    (best[tag], origins[tag]) = (before[from] + row[tag], from);
                }
            }
        }

        Add(scores, best);
    }

    private static int[] Traced(float[][] scores, int[][] origins)
    {
        var path = new int[scores.Length];
        if (path.Length == 0)
        {
            return path;
        }

        path[^1] = Array.IndexOf(scores[^1], scores[^1].Max());
        for (var at = path.Length - 1; at > 0; at--)
        {
            path[at - 1] = origins[at][path[at]];
        }

        return path;
    }
}
