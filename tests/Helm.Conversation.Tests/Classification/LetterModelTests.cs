using Helm.Conversation.Classification;

namespace Helm.Conversation.Tests.Classification;

public sealed class LetterModelTests
{
    private static readonly LetterModel Plays = LetterModel.Train(["play Blue Monday", "play Red Rain by Peter", "play some jazz"]);

    private static readonly LetterModel Books = LetterModel.Train(["book a table for two", "book a place in Bern", "book some place"]);

    [Theory]
    [InlineData("play Blue Rain")]
    [InlineData("play any jazz")]
    public void A_sentence_is_likelier_among_those_like_it(string text) => Assert.True(Plays.LogChance(text) > Books.LogChance(text) + 2);

    [Fact]
    public void Capitals_and_order_tell()
    {
        Assert.True(Plays.LogChance("play Red Rain") > Plays.LogChance("play red rain"));
        Assert.True(Plays.LogChance("play Red Rain") > Plays.LogChance("play Rain Red"));
    }

    [Fact]
    public void Letters_never_met_are_unlikely_and_not_impossible() => Assert.InRange(Plays.LogChance("žlutý kůň"), -100, -20);

    [Fact]
    public void Chances_of_all_that_may_follow_make_no_more_than_one()
    {
        // A text of one letter ends after it, so that these are different outcomes.
        var sum = Enumerable.Range(32, 400).Sum(letter => Math.Exp(Plays.LogChance($"{(char)letter}")));

        Assert.InRange(sum, 0, 1);
        Assert.InRange(Math.Exp(LetterModel.Train(["x", "x"]).LogChance("x")), 0.5, 1);
    }

    [Fact]
    public void What_learned_nothing_finds_longer_texts_less_likely()
    {
        var empty = LetterModel.Train([]);

        Assert.True(empty.LogChance("play") < empty.LogChance("pl"));
        Assert.True(double.IsFinite(empty.LogChance("")));
    }
}
