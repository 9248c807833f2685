using Helm.Speech.Engines;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Engines;

/// <summary>An engine that fails falls back to the next and says so once.</summary>
public sealed class FallbackTests
{
    private readonly List<EngineTrouble> _told = [];
    private readonly AdjustableTime _time = new();

    [Fact]
    public async Task A_sentence_that_one_voice_breaks_off_is_said_again_by_the_next()
    {
        using var voice = new FallbackSynthesizer(Roster<ISynthesizer>(
            new BrokenVoice("cloud", failsOn: "two"), new BrokenVoice("local", failsOn: "never")));

        var heard = await SpeakAsync(voice, "one. two. three.");

        Assert.Equal(["cloud one.", "cloud two.", "local two.", "local three."], heard);
        Assert.Equal([new EngineTrouble("cloud", "cloud is broken", "local")], _told);
    }

    [Fact]
    public async Task It_is_tried_again_after_a_minute_and_its_next_failure_is_told_only_when_it_had_worked_again()
    {
        var cloud = new BrokenVoice("cloud", failsOn: "two");
        using var voice = new FallbackSynthesizer(Roster<ISynthesizer>(cloud, new BrokenVoice("local", failsOn: "never")));
        await SpeakAsync(voice, "two.");
        _time.Pass(TimeSpan.FromMinutes(2));
        await SpeakAsync(voice, "two.");
        Assert.Single(_told);

        _time.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(["cloud one."], await SpeakAsync(voice, "one."));
        await SpeakAsync(voice, "two.");

        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task When_no_voice_works_the_last_reason_is_given()
    {
        using var voice = new FallbackSynthesizer(Roster<ISynthesizer>(new BrokenVoice("cloud", "one"), new BrokenVoice("local", "one")));

        Assert.Equal("local is broken", (await Assert.ThrowsAsync<SpeechEngineException>(() => SpeakAsync(voice, "one."))).Message);
    }

    [Fact]
    public async Task The_next_transcriber_hears_the_whole_sentence_that_the_first_one_lost()
    {
        var (cloud, local) = (new CountingTranscriber("cloud", fails: true), new CountingTranscriber("local", fails: false));
        using var engine = new FallbackTranscription(Roster<ITranscriptionEngine>(cloud, local));
        using var sentence = engine.Begin(_ => { });
        sentence.Push(new short[500]);
        sentence.Push(new short[200]);

        var transcript = await sentence.EndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("700 by local", transcript.Words);
        Assert.Equal([new EngineTrouble("cloud", "cloud is broken", "local")], _told);
    }

    [Fact]
    public void A_wake_engine_that_stops_is_replaced_in_the_middle_of_listening()
    {
        using var engine = new FallbackWake(Roster<IWakeEngine>(new WakeAfter("cloud", frames: 3, fails: true), new WakeAfter("local", frames: 2, fails: false)));
        using var listener = engine.Listen();

        var hits = Enumerable.Range(0, 5).Select(_ => listener.Push(new short[320])).ToList();

        Assert.Equal([false, false, false, false, true], hits.Select(hit => hit is not null));
        Assert.Equal([new EngineTrouble("cloud", "cloud is broken", "local")], _told);
    }

    [Fact]
    public void The_preferred_wake_engine_is_listened_to_again_when_it_has_rested()
    {
        using var cloud = new WakeAfter("cloud", frames: 2, fails: true);
        using var engine = new FallbackWake(Roster<IWakeEngine>(cloud, new WakeAfter("local", frames: 100, fails: false)));
        using var listener = engine.Listen();
        listener.Push(new short[320]);
        listener.Push(new short[320]);
        listener.Reset();
        Assert.Equal(1, cloud.Listeners);

        _time.Pass(TimeSpan.FromMinutes(2));
        listener.Reset();

        Assert.Equal(2, cloud.Listeners);
        Assert.Single(_told);
    }

    private EngineRoster<T> Roster<T>(params T[] engines) where T : class, ISpeechEngine => new(engines, _time, _told.Add);

    private static async Task<List<string>> SpeakAsync(FallbackSynthesizer voice, string text)
    {
        BrokenVoice.Said.Value = [];
        await foreach (var _ in voice.SpeakAsync(text, TestContext.Current.CancellationToken))
        {
            // What was said is noted by the voices.
        }

        return BrokenVoice.Said.Value;
    }
}
