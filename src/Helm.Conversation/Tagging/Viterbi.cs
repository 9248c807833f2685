namespace Helm.Conversation.Tagging;

/// <summary>Finds the sequence of a label's tags with the highest sum of weights.</summary>
internal static class Viterbi
{
    /// <param name="emissions">For all states, see <see cref="TagWeights.Emissions"/>.</param>
    public static int[] Best(TagWeights weights, int label, ReadOnlySpan<float> emissions)
    {
        var states = weights.States;
        var tags = states.Tags(label);
        var scores = new float[emissions.Length / states.Count][];
        var origins = new int[scores.Length][];
        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] = emissions.Slice((at * states.Count) + states.Start(label), tags).ToArray();
            origins[at] = new int[tags];
            if (at == 0)
            {
                Vectors.Add(scores[0], weights.Transitions(label, tags));
            }
            else
            {
                Join(scores[at - 1], scores[at], origins[at], weights, label);
            }
        }

        return Traced(scores, origins);
    }

    private static void Join(float[] before, float[] scores, int[] origins, TagWeights weights, int label)
    {
        var best = new float[scores.Length];
        Array.Fill(best, float.MinValue);
        for (var from = 0; from < before.Length; from++)
        {
            var row = weights.Transitions(label, from);
            for (var tag = 0; tag < best.Length; tag++)
            {
                if (before[from] + row[tag] > best[tag])
                {
                    (best[tag], origins[tag]) = (before[from] + row[tag], from);
                }
            }
        }

        Vectors.Add(scores, best);
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
