using System.Collections.Concurrent;
using Helm.Speech.Hearing;
using Helm.Speech.Setup;
using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>Where a spoken conversation stands, and what each thing that happens makes of it.</summary>
internal sealed class Conversation(
    Listener listener,
    Mouth mouth,
    OwnVoice ownVoice,
    Turn turn,
    SpeechOptions options,
    Action<VoiceEvent> watch,
    Func<short[], bool>? claim)
{
    private static readonly TimeSpan PhraseWindow = TimeSpan.FromSeconds(1.15);
    private static readonly TimeSpan BeforeAnnouncement = TimeSpan.FromSeconds(1);

    private readonly Attention _attention = new(options.Turns);
    private readonly PendingText _text = new();
    private VoiceState? _state;
    private bool _isSoundTold = true;

    public void TakeButton(ConcurrentQueue<bool> button)
    {
        while (button.TryDequeue(out var isPressed))
        {
            if (isPressed)
            {
                Interrupt(Interruption.Button);
                Listen(Expecting.Button, options.Hearing.LongestSentence);
            }
            else if (listener.Finish() is HearingEvent.Ended ended)
            {
                _text.Await(ended.Sentence);
            }
        }
    }

    public void TakeSound(short[] frame)
    {
        Change(_state ?? VoiceState.Idle);
        switch (listener.Push(frame, isClockStopped: _text.IsAwaited, isSpeaking: _state == VoiceState.Speaking))
        {
            case HearingEvent.Woke when NotMine() is { } why:
                watch(new VoiceEvent.Ignored(why));
                listener.Sleep();
                break;
            case HearingEvent.Woke woke:
                watch(new VoiceEvent.Woke(woke.Delay));
                Interrupt(Interruption.WakePhrase);
                _text.Forget();
                _attention.Turn(Expecting.Command);
                Change(VoiceState.Listening);
                break;
            case HearingEvent.Stopped said when ownVoice.SaidStop(said):
                watch(new VoiceEvent.Ignored(OwnVoice.Why));
                break;
            case HearingEvent.Stopped stopped:
                Stop(stopped.Words);
                break;
            case HearingEvent.Ended ended:
                _text.Await(ended.Sentence);
                break;
            case HearingEvent.Dropped:
                Drop();
                break;
        }
    }

    /// <summary>While Helm speaks, "stop" alone is enough.</summary>
    public void TakeInterjection(short[] frame)
    {
        if (_state == VoiceState.Speaking && ownVoice.Interjection(frame) is { } words)
        {
            Stop(words);
        }
    }

    public void TakeText()
    {
        if (_text.Take() is not { } text)
        {
            return;
        }

        if (text.Failure is { } failure)
        {
            Fail(failure);
        }
        else if (ownVoice.Said(text.Sentence, listener))
        {
            watch(new VoiceEvent.Ignored(OwnVoice.Why));
        }
        else
        {
            watch(new VoiceEvent.Heard(text.Transcript, text.Delay)
            {
                Sound = text.Sentence.Samples,
                AnswersChallenge = _attention.Is(Expecting.Reply) && _attention.ExpectsWords,
            });
            Understand(text.Transcript);
        }
    }

    public void TakeAnswer()
    {
        if (turn.Take() is not { } outcome)
        {
            return;
        }

        if (outcome.Failure is { } failure)
        {
            Fail(failure);
        }
        else if (outcome.Reply is { } reply)
        {
            watch(new VoiceEvent.Answered(reply, outcome.Delay));
            Speak(reply);
        }
        else
        {
            Drop();
        }
    }

    public void TakeSilence(ConcurrentQueue<string> announcements)
    {
        TellSound();
        if (_state == VoiceState.Speaking && _attention.HasSpoken(mouth))
        {
            TellFailure();
            Listen(_attention.AfterSpeech, _attention.Span);
        }
        else if (_state == VoiceState.Idle && listener.Silence > BeforeAnnouncement && announcements.TryDequeue(out var text))
        {
            var announcement = new SpokenAnswer(text);
            watch(new VoiceEvent.Answered(announcement, TimeSpan.Zero));
            Speak(announcement);
        }
    }

    /// <summary>Why a wake is not to be answered here; null when it is.</summary>
    private string? NotMine() =>
        ownVoice.SaidPhrase() ? OwnVoice.Why
        : claim?.Invoke(listener.Recent(PhraseWindow)) == false ? "another device answers"
        : null;

    private void Understand(Transcript transcript)
    {
        if (transcript.Verdict is Verdict.Accepted or Verdict.DidYouMean)
        {
            listener.Sleep();
            Change(VoiceState.Thinking);
            turn.Start(transcript);
            return;
        }

        // A bare "hey helm" is told that Helm listens; somebody who was asked, that it did not understand.
        if (transcript.Verdict == Verdict.NothingHeard && _attention.Is(Expecting.Command))
        {
            Sound(Earcon.Listening);
        }
        else if (transcript.Verdict == Verdict.Rejected && _attention.IsCertain)
        {
            Sound(Earcon.NotUnderstood);
        }

        if (!listener.IsAwake)
        {
            Drop();
        }
    }

    private void Speak(SpokenAnswer reply)
    {
        _attention.Answering(reply);
        ownVoice.Begin();
        mouth.Say(reply.Speech);
        _isSoundTold = false;
        listener.Sleep();
        Change(VoiceState.Speaking);
    }

    private void TellSound()
    {
        if (!_isSoundTold && mouth.FirstSound is { } delay)
        {
            _isSoundTold = true;
            watch(new VoiceEvent.Sounded(delay));
        }
    }

    private void TellFailure()
    {
        if (mouth.Failure is { } failure)
        {
            watch(new VoiceEvent.Failed(failure));
        }
    }

    private void Listen(Expecting what, TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
        {
            Rest();
            return;
        }

        _attention.Turn(what);
        _text.Forget();
        listener.Sleep();
        if (what == Expecting.Reply && _attention.ExpectsWords)
        {
            listener.OpenForWords(duration);
        }
        else
        {
            listener.Open(duration);
        }

        Change(VoiceState.Listening);
    }

    private void Interrupt(Interruption by)
    {
        if (_state is VoiceState.Speaking or VoiceState.Thinking)
        {
            turn.Cancel();
            mouth.Hush();
            watch(new VoiceEvent.Interrupted(by));
        }
    }

    /// <summary>Where Helm was asking, to stop it is the answer: nobody who says "cancel" then wants to be asked again.</summary>
    private void Stop(string words)
    {
        var wasAsking = _attention.AfterSpeech == Expecting.Reply;
        Interrupt(Interruption.Stop);
        Sound(Earcon.Done);
        Rest();
        if (wasAsking)
        {
            Change(VoiceState.Thinking);
            turn.Stop(words);
        }
    }

    private void Fail(string reason)
    {
        // One failed answer must not end the conversation.
        watch(new VoiceEvent.Failed(reason));
        Sound(Earcon.NotUnderstood);
        Rest();
    }

    /// <summary>Nothing came of it; unless something is still awaited.</summary>
    private void Drop()
    {
        if (_text.IsAwaited || turn.IsUnderWay)
        {
            return;
        }

        if (_attention.Is(Expecting.Command))
        {
            watch(new VoiceEvent.Dropped());
        }

        Rest();
    }

    private void Rest()
    {
        listener.Sleep();
        _attention.Turn(Expecting.Nothing);
        Change(VoiceState.Idle);
    }

    private void Sound(short[] earcon)
    {
        if (options.Turns.Earcons)
        {
            mouth.Sound(earcon);
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
