using Helm.Conversation.Intents;
using Helm.Speech.Hearing;
using Helm.Speech.Setup;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Hearing;

/// <summary>Requests in words that are in no pattern to be said, but in what the language learns from.</summary>
public sealed class OtherWordsTests : IAsyncLifetime
{
    private const string Asked = "does the checkout queue cope with the load";

    private readonly Recordings _recordings = new();
    private readonly SpeechEngines _engines = Installed.EnginesOf(new SpeechOptions());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _engines.Dispose();
        _recordings.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData(Asked)]
    [InlineData("find out what slows the payment service down")]
    [InlineData("what went live in staging on friday")]
    public async Task Are_heard_and_confirmed_before_anything_changes(string said)
    {
        var result = await HearAsync(SmallLanguage.WithExamples, said);

        Assert.Equal((Verdict.Accepted, said), (result.Transcript.Verdict, result.Text));
        Assert.True(result.Transcript is { FollowsPattern: false, NeedsConfirmation: true });
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task Are_not_heard_where_nothing_was_learned() => Assert.False((await HearAsync(SmallLanguage.Spoken, Asked)).Accepted);

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData("does the garden gate squeak in the wind")]
    [InlineData("find out when the swimming pool opens")]
    [InlineData("what went wrong with the birthday cake on friday")]
    public async Task Are_told_from_other_talk(string said) => Assert.False((await HearAsync(SmallLanguage.WithExamples, said)).Accepted);

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task Are_none_where_they_mean_nothing() => Assert.False((await HearAsync(SmallLanguage.WithExamples with { Meaning = _ => null }, Asked)).Accepted);

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task May_be_words_that_nothing_has_where_what_they_mean_is_clear()
    {
        const string Unheard = "does the checkout queue cope with the monday traffic";
        var understood = new SpokenMeaning(new IntentMatch { Intent = "status", Score = 1 }, Changes: false, IsLiteral: true, NamesOurs: true);

        Assert.False((await HearAsync(SmallLanguage.WithExamples, Unheard)).Accepted);
        Assert.True((await HearAsync(SmallLanguage.WithExamples with { Meaning = text => text.Contains("checkout", StringComparison.Ordinal) ? understood : null }, Unheard)).Accepted);
    }

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData("load")]
    [InlineData("lode")]
    public async Task Are_of_the_ways_to_hear_them_the_one_that_means_something(string word)
    {
        var understood = new SpokenMeaning(new IntentMatch { Intent = "status", Score = 1 }, Changes: false, IsLiteral: true, NamesOurs: true);

        // The two sound alike.
        var result = await HearAsync(
            SmallLanguage.WithExamples with
            {
                Examples = [.. SmallLanguage.WithExamples.Examples, new("status", "does the {resource} cope with the lode")],
                Meaning = text => text.EndsWith(word, StringComparison.Ordinal) ? understood : null,
            },
            Asked);

        Assert.Equal((Verdict.Accepted, Asked.Replace("load", word, StringComparison.Ordinal)), (result.Transcript.Verdict, result.Text));
    }

    [Theory(Skip = Installed.NoSox, SkipUnless = nameof(Installed.Sox), SkipType = typeof(Installed))]
    [InlineData("slt", "1.16")]
    [InlineData("rms", "0.84")]
    [InlineData("kal16", "0.88")]
    public async Task Of_a_strange_voice_are_heard_again_as_others_would_have_said_them(string voice, string speed)
    {
        var recording = _recordings.NewFile();
        Recordings.Sox([_recordings.Of(voice, Asked), recording, "speed", speed]);
        var understood = new SpokenMeaning(new IntentMatch { Intent = "status", Score = 1 }, Changes: false, IsLiteral: true, NamesOurs: true);

        // Where nothing is meant by it, it is not listened to again.
        Assert.False((await HearRecordingAsync(SmallLanguage.WithExamples with { Meaning = _ => null }, recording)).Accepted);
        var result = await HearRecordingAsync(
            SmallLanguage.WithExamples with { Meaning = text => text.Contains("checkout", StringComparison.Ordinal) && text.Contains("load", StringComparison.Ordinal) ? understood : null }, recording);
        Assert.Equal((Verdict.Accepted, Asked), (result.Transcript.Verdict, result.Text));
    }

    private Task<HearResult> HearAsync(SpokenLanguage language, string said) => HearRecordingAsync(language, _recordings.Of("slt", said));

    private async Task<HearResult> HearRecordingAsync(SpokenLanguage language, string recording)
    {
        await _engines.Transcription.LearnAsync(language, TestContext.Current.CancellationToken);
        using var ear = Installed.EarOf(_engines);
        return ear.Hear(recording, requireWake: false);
    }
}
