namespace Helm.Conversation.Classification;

/// <summary>Finds the score below which a sentence is taken for none of the labels, on sentences that trained nothing.</summary>
internal static class Threshold
{
    /// <summary>Rejects this share of the sentences that have a label.</summary>
    public static float Rejecting(double share, IReadOnlyList<(Sample Sample, Guess Guess)> guesses)
    {
        var scores = guesses.Where(entry => entry.Sample.Label is not null).Select(entry => entry.Guess.Score).Order().ToList();

        return scores[(int)(scores.Count * share)];
    }

    /// <summary>Is right about most of these sentences.</summary>
    public static float MostRight(IReadOnlyList<(Sample Sample, Guess Guess)> guesses)
    {
        // From the lowest threshold up, each sentence passed is rejected from there on.
        var (right, most, best) = (0, 0, float.MinValue);
        foreach (var (sample, guess) in guesses.OrderBy(entry => entry.Guess.Score))
        {
            if (right > most)
            {
                (most, best) = (right, guess.Score);
            }

            right += sample.Label is null ? 1 : sample.Label == guess.Label ? -1 : 0;
        }

        return best;
    }
}
