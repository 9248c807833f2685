using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>The spoken loop: microphone, wake phrase, sentence, answer, loudspeaker.</summary>
/// <param name="answer">Gets a transcript that was accepted, or one to ask about ("did you mean …?").</param>
/// <param name="watch">Told of everything, in order.</param>
public sealed class VoiceSession(
    Ear ear,
    ISynthesizer synthesizer,
    Func<Transcript, CancellationToken, Task<SpokenAnswer?>> answer,
    Action<VoiceEvent> watch)
{
    // Helm's own voice goes on in the room for a moment after the last sample.
    private static readonly int EchoSamples = SpeechFormat.Samples(TimeSpan.FromSeconds(0.5));
    private static readonly TimeSpan ForAnAnswer = TimeSpan.FromSeconds(8);

    private VoiceState _state = VoiceState.Idle;
    private int _deafFor;
    private bool _listenAgain;

    /// <summary>Runs until the microphone ends or the session is cancelled.</summary>
    public async Task RunAsync(IMicrophone microphone, ILoudspeaker loudspeaker, CancellationToken cancellation = default)
    {
        ear.Reset();
        watch(new VoiceEvent.Changed(_state));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var speaking = Task.CompletedTask;
        try
        {
            await foreach (var frame in Capture.FramesAsync(microphone, ending.Token))
            {
                if (Hears(speaking, frame.Length) && Notice(ear.Push(frame)) is { } transcript)
                {
                    _deafFor = EchoSamples;
                    speaking = Task.Run(() => AnswerAsync(transcript, loudspeaker, ending.Token), CancellationToken.None);
                }
            }

            await speaking;
        }
        finally
        {
            await ending.CancelAsync();
            await speaking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>While Helm thinks and speaks, and just after, what is heard counts for nothing.</summary>
    private bool Hears(Task speaking, int samples)
    {
        if (!speaking.IsCompleted)
        {
            _deafFor = EchoSamples;
            return false;
        }

        if (_deafFor <= 0)
        {
            return true;
        }

        _deafFor -= samples;
        if (_deafFor <= 0)
        {
            ear.Reset();
            if (_listenAgain)
            {
                ear.Open(ForAnAnswer);
            }

            Change(_listenAgain ? VoiceState.Listening : VoiceState.Idle);
        }

        return false;
    }

    private Transcript? Notice(HearingEvent? heard)
    {
        switch (heard)
        {
            case HearingEvent.Woke:
                Change(VoiceState.Listening);
                break;
            case HearingEvent.Dropped:
                watch(new VoiceEvent.Dropped());
                Change(VoiceState.Idle);
                break;
            case HearingEvent.Heard { Transcript: var transcript, Delay: var delay }:
                watch(new VoiceEvent.Heard(transcript, delay));
                return transcript.Verdict is Verdict.Accepted or Verdict.DidYouMean ? transcript : null;
        }

        return null;
    }

    private async Task AnswerAsync(Transcript transcript, ILoudspeaker loudspeaker, CancellationToken cancellation)
    {
        Change(VoiceState.Thinking);
        _listenAgain = false;
        try
        {
            if (await answer(transcript, cancellation) is { } reply)
            {
                watch(new VoiceEvent.Answered(reply));
                Change(VoiceState.Speaking);
                await loudspeaker.SpeakAsync(synthesizer, reply.Speech, cancellation);
                _listenAgain = reply.ListenAgain;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One failed answer must not end the conversation.
            watch(new VoiceEvent.Failed(failure.Message));
        }
    }

    private void Change(VoiceState state)
    {
        if (_state != state)
        {
            _state = state;
            watch(new VoiceEvent.Changed(state));
        }
    }
}
