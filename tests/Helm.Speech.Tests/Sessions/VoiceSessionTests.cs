using System.Collections.Concurrent;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Sessions;

/// <summary>The spoken loop through ALSA: its file plugin is the microphone and the loudspeaker.</summary>
public sealed class VoiceSessionTests : IDisposable
{
    private const string Reply = "Production is healthy. All twelve resources are fine.";

    private readonly Recordings _recordings = new();
    private readonly ConcurrentQueue<VoiceEvent> _events = new();

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task A_question_at_the_microphone_is_answered_through_the_loudspeaker()
    {
        var spoken = await TalkAsync(_recordings.Of("slt", "hey helm, status of production"));

        Assert.Equal(
            [VoiceState.Idle, VoiceState.Listening, VoiceState.Thinking, VoiceState.Speaking, VoiceState.Idle],
            _events.OfType<VoiceEvent.Changed>().Select(change => change.State));
        Assert.Equal("status of production", Assert.Single(_events.OfType<VoiceEvent.Heard>()).Transcript.Words);
        Assert.InRange(SpeechFormat.DurationOf(WavReader.Read(spoken).Length).TotalSeconds, 2, 8);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task Talk_without_the_wake_phrase_is_not_even_transcribed()
    {
        var frames = 0;

        await TalkAsync(_recordings.Of("slt", "status of production please pass the butter"), end: () => ++frames > 1_000);

        Assert.Equal([new VoiceEvent.Changed(VoiceState.Idle)], _events);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task A_wake_without_a_valid_command_is_dropped_silently()
    {
        await TalkAsync(_recordings.Of("slt", "hey helm"), end: _events.OfType<VoiceEvent.Dropped>().Any);

        Assert.DoesNotContain(_events, heard => heard is VoiceEvent.Answered or VoiceEvent.Failed);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task What_is_said_while_helm_speaks_counts_for_nothing()
    {
        // The second command falls into the answer to the first: the microphone of this test runs ahead of the clock.
        var twice = _recordings.NewFile();
        WavWriter.Write(twice, SpeechFormat.SampleRate, [
            .. WavReader.Read(_recordings.Of("slt", "hey helm, status of production")), .. new short[9_000],
            .. WavReader.Read(_recordings.Of("slt", "hey helm, restart session cache"))]);

        await TalkAsync(twice, answerAfter: TimeSpan.FromSeconds(2));

        Assert.Equal("status of production", Assert.Single(_events.OfType<VoiceEvent.Heard>()).Transcript.Words);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task An_answer_that_fails_does_not_end_the_conversation()
    {
        await TalkAsync(_recordings.Of("slt", "hey helm, status of production"), answer: (_, _) => throw new InvalidOperationException("no host"));

        Assert.Equal("no host", Assert.Single(_events.OfType<VoiceEvent.Failed>()).Reason);
        Assert.Equal(new VoiceEvent.Changed(VoiceState.Idle), _events.Last());
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task After_a_question_the_answer_needs_no_wake_phrase()
    {
        var heard = new List<string>();
        var microphone = new RecordedMicrophone(
            [.. WavReader.Read(_recordings.Of("slt", "hey helm, restart session cache")), .. new short[16_000]],
            [.. WavReader.Read(_recordings.Of("slt", "yes please")), .. new short[16_000]],
            () => _events.Count > 1 && _events.Last() is VoiceEvent.Changed { State: VoiceState.Listening } && heard.Count == 1);

        await AlsaRoom.TalkAsync(microphone, AnswerAsync, _events.Enqueue);

        Assert.Equal(["restart session cache", "yes please"], heard);

        Task<SpokenAnswer?> AnswerAsync(Transcript transcript, CancellationToken cancellation)
        {
            heard.Add(transcript.Words);
            return Task.FromResult<SpokenAnswer?>(new SpokenAnswer("Really?", ListenAgain: heard.Count == 1));
        }
    }

    public void Dispose() => _recordings.Dispose();

    /// <summary>Plays the recording at the microphone until the conversation is over; returns what the loudspeaker got.</summary>
    private async Task<string> TalkAsync(
        string recording,
        Func<bool>? end = null,
        TimeSpan answerAfter = default,
        Func<Transcript, CancellationToken, Task<SpokenAnswer?>>? answer = null)
    {
        return await new AlsaRoom(_recordings, recording).TalkAsync(answer ?? AnswerAsync, _events.Enqueue, end ?? IsOver);

        async Task<SpokenAnswer?> AnswerAsync(Transcript transcript, CancellationToken cancellation)
        {
            await Task.Delay(answerAfter, cancellation);
            return new SpokenAnswer(Reply);
        }
    }

    private bool IsOver() => _events.Count > 1 && _events.Last() is VoiceEvent.Changed { State: VoiceState.Idle };
}
