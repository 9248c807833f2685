using Helm.Conversation.Intents;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Transcription;

/// <summary>What speaks for a sentence that was heard badly: what it means, and how its words stand together.</summary>
public sealed class SenseTests
{
    private const string Open = "has checkout been shaky since monday";
    private const string Request = "how is checkout shown since monday";

    private static readonly WordPairs Pairs = new([Open.Split(' '), Request.Split(' ')]);

    [Fact]
    public void Two_sentences_that_ask_for_the_same_are_taken_for_one_request() =>
        Assert.Equal(Verdict.Accepted, Judge(Question(), Question()));

    [Fact]
    public void One_that_means_nothing_or_something_else_is_none()
    {
        Assert.Null(Judge(null, Question()));
        Assert.Null(Judge(Question(), null));
        Assert.Null(Judge(Question(), Question("history")));
    }

    [Fact]
    public void Words_that_no_request_puts_together_speak_against_it() =>
        Assert.Null(Judge(new Sense(_ => Question(), new WordPairs([["something", "else"]]))));

    [Theory]
    [InlineData(0.3, null)]
    [InlineData(0.6, Verdict.DidYouMean)]
    [InlineData(1.0, Verdict.Accepted)]
    public void A_change_that_is_less_sure_is_asked_about(double score, Verdict? verdict)
    {
        var change = Question("remediate", score) with { Changes = true, NamesOurs = false };

        Assert.Equal(verdict, Judge(change, change));
    }

    [Fact]
    public void Other_names_in_the_second_hearing_speak_for_it_less()
    {
        var checkout = Question(score: 0);
        var payment = checkout with { Match = checkout.Match with { Entities = new Dictionary<string, object> { ["resource"] = "payment" } } };

        Assert.Equal(Verdict.Accepted, Judge(checkout, checkout));
        Assert.Null(Judge(checkout, payment));
    }

    [Theory]
    [InlineData(3.6, false, null)]
    [InlineData(5.7, false, Verdict.Accepted)]
    [InlineData(5.7, true, Verdict.DidYouMean)]
    [InlineData(6.4, true, Verdict.Accepted)]
    public void What_was_not_understood_at_first_must_be_surer(double evidence, bool changes, Verdict? verdict)
    {
        var guess = new Guess(Transcript.Nothing, "status_query", changes, evidence);

        Assert.NotNull(Sense.Judge(guess with { Changes = false }));
        Assert.Equal(verdict, Sense.JudgeAgain(guess));
    }

    private static Verdict? Judge(SpokenMeaning? open, SpokenMeaning? request) => Judge(new Sense(text => text == Open ? open : request, Pairs));

    private static Verdict? Judge(Sense sense) =>
        sense.Weigh(Open.Split(' '), Request.Split(' '), Transcript.Nothing) is { } guess ? Sense.Judge(guess) : null;

    private static SpokenMeaning Question(string intent = "status_query", double score = 0.5) =>
        new(new IntentMatch { Intent = intent, Score = score, Recogniser = "statistical", Entities = new Dictionary<string, object> { ["resource"] = "checkout" } }, Changes: false, IsLiteral: false, NamesOurs: true);
}
