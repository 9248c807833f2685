namespace Helm.Conversation.Classification;

/// <summary>
/// One label against all others: a support vector machine with squared hinge loss, solved by coordinate descent on its
/// dual (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008).
/// </summary>
internal sealed class DualDescent(FeatureVector[] vectors, int features, ClassifierOptions options)
{
    private const float Still = 0.01f;

    private readonly float _softness = 0.5f / options.Cost;

    /// <summary>A weight for each feature, and the bias as the last.</summary>
    public float[] Train(bool[] positive)
    {
        var weights = new float[features + 1];
        var alphas = new float[vectors.Length];
        var order = Enumerable.Range(0, vectors.Length).ToArray();
        var random = new Random(options.Seed);
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            var largest = 0f;
            foreach (var at in order)
            {
                largest = MathF.Max(largest, MathF.Abs(Step(vectors[at], positive[at] ? 1 : -1, ref alphas[at], weights)));
            }

            if (largest < Still)
            {
                break;
            }
        }

        return weights;
    }

    private float Step(FeatureVector vector, float sign, ref float alpha, float[] weights)
    {
        var gradient = (sign * (vector.Dot(weights) + weights[^1])) - 1 + (alpha * _softness);
        if (alpha == 0 && gradient >= 0)
        {
            return 0;
        }

        var before = alpha;
        alpha = MathF.Max(alpha - (gradient / (vector.SquaredLength + 1 + _softness)), 0);
        var change = (alpha - before) * sign;
        vector.AddTo(weights, change);
        weights[^1] += change;

        return gradient;
    }
}
