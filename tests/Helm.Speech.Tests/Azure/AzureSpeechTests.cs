using Helm.Operations.Remediation.Challenges;
using Helm.Speech.Tests.Engines;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Azure;

/// <summary>Helm hears by Azure Speech.</summary>
public sealed class AzureSpeechTests
{
    [Fact]
    public async Task A_sentence_is_understood_with_the_words_so_far_while_it_is_said()
    {
        await using var azure = await AzureScene.SetAsync();
        var partials = new List<string>();

        var transcript = await azure.HearAsync(1, partials.Add);

        Assert.Equal("status of production", transcript.Words);
        Assert.Equal((Verdict.Accepted, 0.0, true), (transcript.Verdict, transcript.Distance, transcript.FollowsPattern));
        Assert.Equal(["hey", "hey helm status"], partials.Take(2));
    }

    [Fact]
    public async Task The_service_gets_all_of_the_sound_and_the_names_that_are_in_no_dictionary()
    {
        await using var azure = await AzureScene.SetAsync();

        await azure.HearAsync(1);

        var turn = Assert.Single(azure.Service.Turns);
        Assert.Equal((44, 32_000), (turn.Head.Length, turn.Sound.Length));
        Assert.Equal("?language=en-US&format=detailed", turn.Query);
        Assert.Equal("hey helm", turn.Hints[0]);
        Assert.Contains("payment service", turn.Hints);
        Assert.Equal("Helm", turn.Config.GetProperty("context").GetProperty("system").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Of_several_ways_to_hear_it_the_one_that_makes_sense_is_taken()
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript
        {
            Phrases = [[("hey hell restart pavement service", 0.88), ("hey hell restart payment service", 0.80)]],
        });

        var transcript = await azure.HearAsync();

        Assert.Equal("restart payment service", transcript.Words);
        Assert.True(transcript is { NeedsConfirmation: true, Verdict: Verdict.Accepted });
    }

    [Theory]
    [InlineData("restart payment service", 0.9, Verdict.Accepted)]
    [InlineData("restart payment service", 0.6, Verdict.DidYouMean)]
    [InlineData("status of production", 0.6, Verdict.Accepted)]
    [InlineData("status of production", 0.3, Verdict.Rejected)]
    public async Task A_change_must_be_heard_more_surely_than_a_question(string heard, double confidence, Verdict verdict)
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Phrases = [[(heard, confidence)]] });

        Assert.Equal(verdict, (await azure.HearAsync()).Verdict);
    }

    [Fact]
    public async Task Free_wording_is_passed_on_but_is_never_sure_enough_for_a_change_when_it_was_hard_to_hear()
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Phrases = [[("would you kindly bounce the checkout thing", 0.6)]] });

        var transcript = await azure.HearAsync();

        Assert.Equal((Verdict.Accepted, true, false), (transcript.Verdict, transcript.NeedsConfirmation, transcript.FollowsPattern));
        Assert.True(transcript.Distance > new AgreementOptions().Changes);
    }

    [Fact]
    public async Task A_pause_in_the_middle_does_not_cut_a_sentence()
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Phrases = [[("hey helm what is the status", 0.9)], [("of production", 0.8)]] });

        Assert.Equal("what is the status of production", (await azure.HearAsync()).Words);
    }

    [Fact]
    public async Task The_words_of_a_challenge_are_heard_and_none_is_more_likely_than_another()
    {
        string[] words = [.. ChallengeWords.All.Take(3)];
        await using var azure = await AzureScene.SetAsync(new AzureScript { Phrases = [[(string.Join(' ', words), 0.9)]] });
        using var engine = await azure.EarAsync();
        using var sentence = engine.BeginWords();
        sentence.Push(PracticeSpeech.Sound(1));

        var transcript = await sentence.EndAsync(TestContext.Current.CancellationToken);

        Assert.Equal((string.Join(' ', words), true), (transcript.Words, transcript.FollowsPattern));
        Assert.Equal(ChallengeWords.All, Assert.Single(azure.Service.Turns).Hints);
    }

    [Theory]
    [InlineData("InitialSilenceTimeout")]
    [InlineData("NoMatch")]
    [InlineData("BabbleTimeout")]
    [InlineData("EndOfDictation")]
    public async Task Silence_is_nothing_heard_and_no_failure(string status)
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Status = status });

        Assert.Equal(Transcript.Nothing, await azure.HearAsync());
    }
}
