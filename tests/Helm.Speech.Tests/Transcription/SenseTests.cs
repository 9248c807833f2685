using Helm.Conversation.Intents;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Transcription;

/// <summary>What speaks for a sentence that was heard badly: what it means, and how far those who heard it agree.</summary>
public sealed class SenseTests
{
    private const string Open = "has checkout been shaky since monday";
    private const string Request = "how is checkout shown since monday";
    private const string Command = "check checkout health";

    [Fact]
    public void Two_sentences_that_ask_for_the_same_are_taken_for_one_request() =>
        Assert.Equal(Verdict.Accepted, Judge(Question(), Question(), Question()));

    [Fact]
    public void One_that_means_nothing_or_something_else_is_none()
    {
        Assert.Null(Judge(null, Question(), Question()));
        Assert.Null(Judge(Question(), null, Question()));
        Assert.Null(Judge(Question(), Question("history"), Question()));
    }

    [Fact]
    public void A_command_that_asks_for_the_same_speaks_for_it()
    {
        var rather = Question() with { Match = Question().Match with { Score = 0.5 } };

        Assert.Equal(Verdict.Accepted, Judge(rather, rather, Question()));
        Assert.Null(Judge(rather, rather, null));
        Assert.Null(Judge(rather, rather, Question("history")));
    }

    [Fact]
    public void The_further_behind_the_likeliest_hearing_the_less_it_is_a_request()
    {
        Assert.Equal(Verdict.Accepted, Judge(Question(), Question(), Question(), behind: 0.1));
        Assert.Null(Judge(Question(), Question(), Question(), behind: 3));
    }

    [Fact]
    public void Where_whatever_may_be_said_fits_much_better_it_is_rather_no_request() =>
        Assert.Null(Judge(Question(), Question(), Question(), advantage: 6));

    [Fact]
    public void What_people_say_to_each_other_counts_as_a_command_alone()
    {
        var talk = Question("greeting") with { IsTalk = true, IsLiteral = true };

        Assert.Equal(Verdict.Accepted, Judge(talk, talk, talk));
        Assert.Null(Judge(talk, talk, null));
    }

    [Theory]
    [InlineData(-0.1, null)]
    [InlineData(0.1, Verdict.DidYouMean)]
    [InlineData(0.8, Verdict.Accepted)]
    public void A_change_that_is_less_sure_is_asked_about(double evidence, Verdict? verdict) =>
        Assert.Equal(verdict, Sense.Judge(Of(evidence, changes: true)));

    [Theory]
    [InlineData(0.1, false, null)]
    [InlineData(1.6, false, Verdict.Accepted)]
    [InlineData(1.6, true, Verdict.DidYouMean)]
    [InlineData(2.3, true, Verdict.Accepted)]
    public void What_was_not_understood_at_first_must_be_surer(double evidence, bool changes, Verdict? verdict)
    {
        Assert.NotNull(Sense.Judge(Of(evidence, changes: false)));
        Assert.Equal(verdict, Sense.JudgeAgain(Of(evidence, changes)));
    }

    [Fact]
    public void A_meaning_that_is_not_sure_is_worth_less()
    {
        var unsure = Unsure(Question());

        Assert.Null(Judge(unsure, unsure, unsure));
    }

    private static Guess Of(double evidence, bool changes) => new(Transcript.Nothing, "status_query", changes, evidence);

    private static Verdict? Judge(SpokenMeaning? open, SpokenMeaning? request, SpokenMeaning? command, double advantage = 0, double behind = 0) =>
        new Sense(text => text switch { Open => open, Request => request, _ => command })
            .Weigh(Transcript.Nothing, new Heard(Open.Split(' '), behind), new Heard(Request.Split(' '), 0), Command.Split(' '), advantage) is { } guess
            ? Sense.Judge(guess)
            : null;

    private static SpokenMeaning Unsure(SpokenMeaning meaning) => meaning with { Match = meaning.Match with { Score = 0.1 } };

    private static SpokenMeaning Question(string intent = "status_query") =>
        new(new IntentMatch { Intent = intent, Score = 0.8, Recogniser = "statistical" }, Changes: false, IsLiteral: false, NamesOurs: true);
}
