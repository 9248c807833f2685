using Helm.Speech.Audio;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Tests.Synthesis;

public sealed class SynthesisTests : IDisposable
{
    private const string Sentence = "Production is degraded. Sixty-five out of twelve hundred fifty requests failed.";

    private readonly Recordings _recordings = new();

    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task A_sentence_becomes_a_wav_file_of_a_few_seconds()
    {
        var file = _recordings.NewFile();

        var duration = await Installed.VoiceOf(new SynthesisOptions()).SpeakToFileAsync(Sentence, file, Cancellation);

        var samples = WavReader.Read(file);
        Assert.InRange(duration.TotalSeconds, 3, 10);
        Assert.Equal(duration.TotalSeconds, SpeechFormat.DurationOf(samples.Length).TotalSeconds, 0.01);
        Assert.InRange(samples.Max(), 3_000, short.MaxValue);
    }

    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task Speech_comes_in_chunks_and_ends_when_nobody_listens_any_more()
    {
        var voice = Installed.VoiceOf(new SynthesisOptions());
        var taken = 0;

        await foreach (var chunk in voice.SpeakAsync(string.Join(' ', Enumerable.Repeat(Sentence, 20)), Cancellation))
        {
            Assert.InRange(chunk.Length, 1, voice.SampleRate / 10);
            if (++taken == 3)
            {
                break;
            }
        }

        // The engine is free again.
        Assert.InRange((await voice.SpeakToFileAsync("Yes.", _recordings.NewFile(), Cancellation)).TotalSeconds, 0.1, 2);
    }

    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task Cancelling_ends_the_speech()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Installed.VoiceOf(new SynthesisOptions()).SpeakAsync(Sentence, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task A_voice_that_is_not_there_is_replaced_by_the_usual_one()
    {
        var voice = Installed.VoiceOf(new SynthesisOptions { Voice = "no-such-voice" });

        Assert.InRange((await voice.SpeakToFileAsync(Sentence, _recordings.NewFile(), Cancellation)).TotalSeconds, 3, 10);
    }

    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task Two_who_speak_at_once_both_get_their_own_words()
    {
        var voice = Installed.VoiceOf(new SynthesisOptions());
        var alone = await voice.SpeakToFileAsync(Sentence, _recordings.NewFile(), Cancellation);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => i % 2 == 0
            ? voice.SpeakToFileAsync(Sentence, _recordings.NewFile(), Cancellation)
            : voice.SpeakToFileAsync("Yes.", _recordings.NewFile(), Cancellation)));

        Assert.All([both[0], both[2]], sentence => Assert.Equal(alone.TotalSeconds, sentence.TotalSeconds, 0.05));
        Assert.All([both[1], both[3]], word => Assert.InRange(word.TotalSeconds, 0.1, 2));
    }

    [Fact(Skip = Installed.NoFlite, SkipUnless = nameof(Installed.Flite), SkipType = typeof(Installed))]
    public async Task Flite_speaks_when_it_is_chosen()
    {
        var voice = Installed.VoiceOf(new SynthesisOptions { Engines = "flite", Voice = "rms" });

        Assert.Equal("flite", voice.Name);
        Assert.InRange((await voice.SpeakToFileAsync(Sentence, _recordings.NewFile(), Cancellation)).TotalSeconds, 3, 10);
    }

    [Fact(Skip = Installed.NoFlite, SkipUnless = nameof(Installed.Flite), SkipType = typeof(Installed))]
    public async Task Text_is_data_to_a_program_that_speaks_it()
    {
        var voice = Installed.VoiceOf(new SynthesisOptions { Engines = "flite" });
        var made = _recordings.NewFile();

        await voice.SpeakToFileAsync($"-o {made}", _recordings.NewFile(), Cancellation);
        await voice.SpeakToFileAsync("", _recordings.NewFile(), Cancellation);

        Assert.False(File.Exists(made));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _recordings.Dispose();
}
