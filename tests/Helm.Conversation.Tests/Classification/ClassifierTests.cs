using Helm.Conversation.Classification;

namespace Helm.Conversation.Tests.Classification;

public sealed class ClassifierTests
{
    private static readonly Sample[] Samples =
    [
        .. Of("weather", "will it rain tomorrow", "is it going to snow tonight", "what is the weather in oslo", "how cold will it be"),
        .. Of("music", "play some jazz", "put on my favourite song", "play the new album", "i want to hear some rock"),
        .. Of("alarm", "wake me at seven", "set an alarm for six", "ring at half past eight", "get me up at nine"),
        .. Of(null, "who wrote hamlet", "how tall is the tower", "what is the capital of peru", "define entropy"),
    ];

    private readonly Classifier _classifier = Classifier.Train(Samples, new ClassifierOptions());

    [Theory]
    [InlineData("will it snow tomorrow in oslo", "weather")]
    [InlineData("play my favourite album", "music")]
    [InlineData("set the alarm and wake me at eight", "alarm")]
    public void Sentences_made_of_known_words_find_their_label(string text, string label) =>
        Assert.Equal(label, _classifier.Classify(text).Label);

    [Theory]
    [InlineData("pley sum jaz", "music")]
    [InlineData("weathr tonite", "weather")]
    public void Misspelt_words_are_known_by_their_pieces(string text, string label) =>
        Assert.Equal(label, _classifier.Classify(text).Label);

    [Fact]
    public void A_sentence_of_no_label_scores_below_one_that_has_it()
    {
        var known = _classifier.Classify("play some rock");
        var strange = _classifier.Classify("who is the capital of hamlet");

        Assert.True(known.Score > 0, $"{known}");
        Assert.True(strange.Score < 0, $"{strange}");
    }

    [Fact]
    public void Words_never_seen_lower_the_score()
    {
        var plain = _classifier.Classify("play some jazz");
        var diluted = _classifier.Classify("play some jazz zyxwv quuxly frobnicated gribble");

        Assert.True(diluted.Score < plain.Score);
    }

    [Fact]
    public void The_second_best_label_is_told()
    {
        var guess = _classifier.Classify("play an alarm song at seven");

        Assert.NotNull(guess.RunnerUp);
        Assert.NotEqual(guess.Label, guess.RunnerUp);
        Assert.True(guess.Score >= guess.RunnerUpScore);
    }

    [Fact]
    public void The_same_samples_give_the_same_scores()
    {
        var again = Classifier.Train(Samples, new ClassifierOptions());

        Assert.All(Samples, sample => Assert.Equal(_classifier.Classify(sample.Text), again.Classify(sample.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("\u0000\u202E\uD800")]
    public void Text_without_words_fits_nothing(string text) => Assert.True(_classifier.Classify(text).Score < 0);

    [Fact]
    public void Samples_without_any_label_are_refused() =>
        Assert.Throws<ArgumentException>(() => Classifier.Train([new Sample("who wrote hamlet", null)], new ClassifierOptions()));

    private static IEnumerable<Sample> Of(string? label, params string[] texts) => texts.Select(text => new Sample(text, label));
}
