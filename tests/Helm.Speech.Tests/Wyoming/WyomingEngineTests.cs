using System.Runtime.InteropServices;
using Helm.Speech.Audio;
using Helm.Speech.Tests.Engines;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Tests.Wyoming;

/// <summary>Helm wakes, hears and speaks by Wyoming servers, in the exchanges of the protocol's own document.</summary>
public sealed class WyomingEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sentence_goes_there_whole_and_comes_back_as_text()
    {
        var heard = new List<byte>();
        await using var server = new PracticeWyoming(WrittenExchanges.Transcribe(" Hey Helm, what is the status of production?", heard));
        using var engine = await WyomingScene.EarAsync(server);

        var transcript = await PracticeSpeech.HearAsync(engine, 0.5);

        Assert.Equal(("what is the status of production", Verdict.Accepted, 0.0), (transcript.Words, transcript.Verdict, transcript.Distance));
        Assert.Equal(MemoryMarshal.AsBytes<short>(PracticeSpeech.Sound(0.5)).ToArray(), heard);
    }

    [Fact]
    public async Task A_server_that_streams_tells_the_words_so_far()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.TranscribeInPieces("what is", " the status", " of staging"));
        using var engine = await WyomingScene.EarAsync(server);
        var partials = new List<string>();

        var transcript = await PracticeSpeech.HearAsync(engine, 0.2, partials.Add);

        Assert.Equal("what is the status of staging", transcript.Words);
        Assert.Equal(["what is", "what is the status", "what is the status of staging"], partials);
    }

    [Fact]
    public async Task Words_of_which_nobody_knows_how_surely_they_were_heard_are_not_enough_for_a_change_unless_they_are_a_sentence_of_the_language()
    {
        await using var free = new PracticeWyoming(WrittenExchanges.Transcribe("bounce that checkout thing would you"));
        await using var fixedForm = new PracticeWyoming(WrittenExchanges.Transcribe("Restart payment service."));
        using var one = await WyomingScene.EarAsync(free);
        using var other = await WyomingScene.EarAsync(fixedForm);

        var (unsure, sure) = (await PracticeSpeech.HearAsync(one), await PracticeSpeech.HearAsync(other));

        Assert.True(unsure is { Verdict: Verdict.Accepted, NeedsConfirmation: true } && unsure.Distance > new AgreementOptions().Changes);
        Assert.True(sure is { Verdict: Verdict.Accepted, NeedsConfirmation: true, Distance: 0 });
    }

    [Fact]
    public async Task Silence_is_nothing_heard()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.Transcribe(""));
        using var engine = await WyomingScene.EarAsync(server);

        Assert.Equal(Transcript.Nothing, await PracticeSpeech.HearAsync(engine));
    }

    [Fact]
    public async Task A_reply_is_spoken_by_the_voice_that_is_configured_at_Helms_own_rate()
    {
        var said = new List<string>();
        var tone = MemoryMarshal.AsBytes<short>([.. Enumerable.Range(0, 22_050).Select(i => (short)(8_000 * Math.Sin(2 * Math.PI * 440 * i / 22_050)))]).ToArray();
        await using var server = new PracticeWyoming(WrittenExchanges.Synthesize(22_050, 1, tone, said));

        var sound = MemoryMarshal.Cast<byte, short>(await PracticeSpeech.SpeakAsync(WyomingScene.Voice(server, "en_US-lessac-medium"), "Production is <b>healthy</b>.")).ToArray();

        Assert.Equal("""{"text":"Production is b healthy /b .","voice":{"name":"en_US-lessac-medium"}}""", Assert.Single(said));
        Assert.Equal(16_000, sound.Length);
        Assert.InRange(Crossings(sound), 870, 885);
    }

    [Fact]
    public async Task Stereo_is_heard_as_one_channel()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.Synthesize(16_000, 2, MemoryMarshal.AsBytes<short>([1_000, 3_000, -200, -400]).ToArray()));

        Assert.Equal([2_000, -300], MemoryMarshal.Cast<byte, short>(await PracticeSpeech.SpeakAsync(WyomingScene.Voice(server), "x")).ToArray());
    }

    [Fact]
    public async Task It_wakes_when_the_server_says_so_and_counts_the_delay_from_the_chunk_that_it_names()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.Detect("hey_helm_v0.1", afterChunks: 25));
        using var engine = new WyomingWake(server.Talk("wake", "hey_helm_v0.1"));
        using var listener = engine.Listen();

        var (hit, frames) = await WakeAsync(listener, frames: 6_000);

        // The server named the 25th chunk; how many more had gone out by then is the machine's affair.
        Assert.InRange(hit!.Value.Delay, SpeechFormat.DurationOf(320), SpeechFormat.DurationOf(320L * (frames - 24)));
    }

    [Fact]
    public async Task Another_wake_word_of_the_same_server_wakes_nothing()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.Detect("alexa", afterChunks: 5));
        using var engine = new WyomingWake(server.Talk("wake", "hey_helm_v0.1"));
        using var listener = engine.Listen();

        Assert.Null((await WakeAsync(listener, frames: 40)).Hit);
    }

    [Fact]
    public async Task English_voices_are_listed()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.DescribeAsync);

        using var engine = WyomingScene.Voice(server, "en_US-lessac-medium");
        var voice = Assert.Single(await engine.VoicesAsync(Cancellation));

        Assert.Equal(("en_US-lessac-medium", "en_US", "lessac (medium)"), (voice.Name, voice.Language, voice.About));
        Assert.Equal(voice.Name, engine.VoiceInUse);
    }

    private static async Task<(WakeHit? Hit, int Frames)> WakeAsync(IWakeListener listener, int frames)
    {
        for (var frame = 1; frame <= frames; frame++)
        {
            if (listener.Push(new short[320]) is { } hit)
            {
                return (hit, frame);
            }

            await Task.Delay(5, Cancellation);
        }

        return (null, frames);
    }

    private static int Crossings(short[] sound) => sound.Zip(sound.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0);
}
