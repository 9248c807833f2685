using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Hearing;

/// <summary>Real speech into the real engines.</summary>
public sealed class HearingTests(HearingFixture fixture) : IClassFixture<HearingFixture>
{
    private static readonly string[] Talk = ["we should have lunch at the new place around the corner", "he said that the train was late again this morning", "nobody knows where the cat is hiding"];

    public static TheoryData<string> Voices => [.. Recordings.Voices];

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [MemberData(nameof(Voices))]
    public void Hey_helm_status_of_production_wakes_and_is_understood(string voice)
    {
        var result = fixture.Hear(fixture.Recordings.Of(voice, "hey helm, status of production"));

        Assert.True(result.Woke);
        Assert.True(result.Accepted);
        Assert.Equal("status of production", result.Text);
        Assert.False(result.Transcript.NeedsConfirmation);
    }

    [Theory(Skip = Installed.NoFestival, SkipUnless = nameof(Installed.Festival), SkipType = typeof(Installed))]
    [InlineData("hey helm, show me the dashboard", "show me the dashboard")]
    [InlineData("hey helm, investigate infra zero zero one", "investigate infra zero zero one")]
    public void Another_engine_s_voice_is_understood(string said, string text)
    {
        var result = fixture.Hear(fixture.Recordings.ByFestival(said));

        Assert.True(result.Woke);
        Assert.Equal((Verdict.Accepted, text), (result.Transcript.Verdict, result.Text));
    }

    [Theory(Skip = Installed.NoSox, SkipUnless = nameof(Installed.Sox), SkipType = typeof(Installed))]
    [InlineData("-r", "44100", "-c", "2")]
    [InlineData("-r", "48000", "-b", "24")]
    [InlineData("-r", "8000")]
    [InlineData("-r", "11025")]
    [InlineData("-b", "8", "-e", "unsigned-integer")]
    [InlineData("-r", "22050", "-b", "32")]
    [InlineData("-e", "floating-point", "-b", "32")]
    [InlineData("-e", "a-law", "-r", "8000")]
    [InlineData("-e", "u-law", "-r", "44100", "-c", "2")]
    public void Recordings_of_other_kinds_are_understood_too(params string[] format)
    {
        var plain = fixture.Recordings.Of("rms", "hey helm, status of production");
        var file = fixture.Recordings.NewFile();
        Recordings.Sox([plain, .. format, file]);

        Assert.Equal("status of production", fixture.Hear(file).Text);
    }

    [Fact(Skip = Installed.NoSox, SkipUnless = nameof(Installed.Sox), SkipType = typeof(Installed))]
    public void A_pause_after_the_wake_phrase_does_no_harm()
    {
        var pause = fixture.Recordings.NewFile();
        Recordings.Sox([fixture.Recordings.Of("slt", "hey helm"), pause, "pad", "0.5", "1.5"]);
        var file = fixture.Recordings.NewFile();
        Recordings.Sox([pause, fixture.Recordings.Of("slt", "status of production"), file]);

        var result = fixture.Hear(file);

        Assert.True(result.Woke);
        Assert.Equal((Verdict.Accepted, "status of production"), (result.Transcript.Verdict, result.Text));
    }

    [Fact(Skip = Installed.NoSox, SkipUnless = nameof(Installed.Sox), SkipType = typeof(Installed))]
    public void A_command_within_minutes_of_other_sound_is_found()
    {
        var talk = fixture.Recordings.Of("awb", string.Join(". ", Talk));
        var file = fixture.Recordings.NewFile();
        var command = fixture.Recordings.NewFile();
        Recordings.Sox([fixture.Recordings.Of("slt", "hey helm, show me the dashboard"), command, "pad", "0", "0.6"]);
        Recordings.Sox([talk, talk, command, talk, file]);

        var result = fixture.Hear(file);

        Assert.Equal((Verdict.Accepted, "show me the dashboard"), (result.Transcript.Verdict, result.Text));
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Silence_noise_and_a_wake_phrase_alone_are_nothing_heard()
    {
        var ear = fixture.Ear;
        var random = new Random(11);
        short[] noise = [.. Enumerable.Range(0, 48_000).Select(_ => (short)random.Next(-900, 900))];

        Assert.Equal(Verdict.NothingHeard, ear.Hear(new short[48_000], "silence", requireWake: false).Transcript.Verdict);
        Assert.False(ear.Hear(noise, "noise", requireWake: false).Accepted);
        Assert.False(ear.Hear(noise, "noise", requireWake: true).Woke);
        var wake = fixture.Hear(fixture.Recordings.Of("slt", "hey helm"));
        Assert.True(wake.Woke);
        Assert.Equal("", wake.Text);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void A_file_that_is_no_recording_is_an_error_in_the_result_and_the_next_one_is_heard()
    {
        var text = fixture.Recordings.NewFile();
        File.WriteAllText(text, "hey helm, status of production");

        var bad = fixture.Hear(text);
        var good = fixture.Hear(fixture.Recordings.Of("slt", "hey helm, status of production"));

        Assert.StartsWith("this is not a WAV file", bad.Error);
        Assert.False(bad.Woke || bad.Accepted);
        Assert.Equal("status of production", good.Text);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task New_names_are_understood_once_they_are_learned()
    {
        using var engines = await Installed.EnginesAsync();
        using var ear = Installed.EarOf(engines);
        var file = fixture.Recordings.Of("slt", "restart telemetry harvester");
        var before = ear.Hear(file, requireWake: false);

        await engines.Transcription.LearnAsync(SmallLanguage.With(["telemetry harvester", "yes"]), TestContext.Current.CancellationToken);
        var after = ear.Hear(file, requireWake: false);

        Assert.NotEqual("restart telemetry harvester", before.Text);
        Assert.Equal((Verdict.Accepted, "restart telemetry harvester"), (after.Transcript.Verdict, after.Text));
        Assert.Contains(engines.Transcription.LeftOut, left => left.What == "resource \"yes\"");
    }
}
