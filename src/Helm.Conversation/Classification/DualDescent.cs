using System.Runtime.CompilerServices;

namespace Helm.Conversation.Classification;

/// <summary>
/// One label against all others: a support vector machine with squared hinge loss, solved by coordinate descent on its
/// dual (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008), with the shrinking of its
/// section 3.3: sentences that are surely on the right side are passed over, and looked at again before the end.
/// </summary>
internal sealed class DualDescent(FeatureVector[] vectors, int features, ClassifierOptions options)
{
    private const float Still = 0.01f;

    /// <summary>After so many rounds those passed over get another look.</summary>
    private const int RoundsToLookAgain = 5;

    private readonly float _softness = 0.5f / options.Cost;

    /// <summary>A weight for each feature, and the bias as the last.</summary>
    public float[] Train(bool[] positive)
    {
        var weights = new float[features + 1];
        var alphas = new float[vectors.Length];
        var order = Enumerable.Range(0, vectors.Length).ToArray();
        var random = new Random(options.Seed);
        var (active, bar) = (order.Length, float.PositiveInfinity);
        for (var round = 1; round <= options.Rounds; round++)
        {
            random.Shuffle(order.AsSpan(0, active));
            var (largest, above) = Round(order, ref active, bar, positive, alphas, weights);
            if (largest < Still && active == order.Length)
            {
                break;
            }

            (active, bar) = largest < Still || round % RoundsToLookAgain == 0
                ? (order.Length, float.PositiveInfinity)
                : (active, above > 0 ? above : float.PositiveInfinity);
        }

        return weights;
    }

    /// <param name="active">So many of the order are looked at; those found to be surely right are put behind them.</param>
    /// <param name="bar">A sentence that weighs nothing and has a gradient above this is surely right.</param>
    /// <returns>The largest gradient by its size, and the largest above zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (float Largest, float Above) Round(int[] order, ref int active, float bar, bool[] positive, float[] alphas, float[] weights)
    {
        var (largest, above) = (0f, 0f);
        for (var at = 0; at < active;)
        {
            var number = order[at];
            var (vector, sign) = (vectors[number], positive[number] ? 1f : -1f);
            var gradient = (sign * (vector.Dot(weights) + weights[^1])) - 1 + (alphas[number] * _softness);
            if (alphas[number] == 0 && gradient > bar)
            {
                (order[at], order[--active]) = (order[active], number);
                continue;
            }

            at++;
            if (alphas[number] > 0 || gradient < 0)
            {
                (largest, above) = (MathF.Max(largest, MathF.Abs(gradient)), MathF.Max(above, gradient));
                Step(vector, sign, gradient, ref alphas[number], weights);
            }
        }

        return (largest, above);
    }

    private void Step(FeatureVector vector, float sign, float gradient, ref float alpha, float[] weights)
    {
        var before = alpha;
        alpha = MathF.Max(alpha - (gradient / (vector.SquaredLength + 1 + _softness)), 0);
        var change = (alpha - before) * sign;
        vector.AddTo(weights, change);
        weights[^1] += change;
    }
}
