using Helm.Conversation.Classification;

namespace Helm.Conversation.Tests.Classification;

public sealed class ThresholdTests
{
    [Fact]
    public void Rejects_the_share_asked_for()
    {
        var guesses = Enumerable.Range(0, 100).Select(score => Guessed("a", "a", score)).ToArray();

        Assert.Equal(5, Threshold.Rejecting(0.05, guesses));
    }

    [Fact]
    public void Sentences_without_a_label_do_not_count_as_rejected()
    {
        (Sample, Guess)[] guesses = [.. Enumerable.Range(0, 20).Select(score => Guessed("a", "a", score)), Guessed(null, "a", -50)];

        Assert.Equal(2, Threshold.Rejecting(0.1, guesses));
    }

    [Fact]
    public void Lies_where_most_sentences_are_right()
    {
        (Sample, Guess)[] guesses =
        [
            Guessed(null, "a", -3),
            Guessed("b", "a", -2),
            Guessed(null, "a", -1),
            Guessed("a", "a", 1),
            Guessed(null, "a", 2),
            Guessed("a", "a", 3),
            Guessed("b", "b", 4),
        ];

        Assert.Equal(1, Threshold.MostRight(guesses));
    }

    private static (Sample Sample, Guess Guess) Guessed(string? label, string guess, float score) =>
        (new Sample("words", label), new Guess(guess, score, null, 0));
}
