using System.Runtime.InteropServices;
using Helm.Speech.Audio;
using Helm.Speech.Native;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Hearing;

/// <summary>From frames to sentences: asleep until the wake phrase, then awake until it is put to sleep or the time is up.</summary>
/// <param name="wakeEngine">Null for a listener that others wake.</param>
internal sealed class Listener(IWakeEngine? wakeEngine, ITranscriptionEngine engine, HearingOptions options, Action<string>? partial) : IDisposable
{
    private const int OnsetFrames = 4;

    // Speech is noticed a little after it began.
    private static readonly int BeforeOnset = SpeechFormat.Samples(TimeSpan.FromSeconds(0.4));

    // What was said before the phrase, by others or by Helm, is no part of the command.
    private static readonly TimeSpan BeforePhrase = TimeSpan.FromSeconds(0.2);

    private readonly IWakeListener? _wake = wakeEngine?.Listen();
    private readonly RingBuffer _recent = new(SpeechFormat.Samples(TimeSpan.FromSeconds(2)));
    private readonly List<short> _samples = [];
    // The phrase itself and a little before it: the command may follow in the same breath.
    private readonly int _phraseWindow = SpeechFormat.Samples(WakePhrase.Of(options.Wake.Phrase).Window);
    private readonly int _endSilence = SpeechFormat.Samples(options.EndSilence) / SpeechFormat.FrameSamples;
    private readonly int _longest = SpeechFormat.Samples(options.LongestSentence);
    private Endpointer _endpointer = new();
    private ITranscription? _sentence;
    private Task _transcribing = Task.CompletedTask;
    private long _now;
    private long _began;
    private long _awakeFor;
    private bool _expectsWords;

    public bool IsAwake => _awakeFor > 0 || _sentence is not null;

    /// <summary>How long nobody has spoken.</summary>
    public TimeSpan Silence => SpeechFormat.DurationOf((long)_endpointer.SilentFrames * SpeechFormat.FrameSamples);

    /// <summary>Completes when the text of the last sentence is there.</summary>
    public Task Settled => _transcribing;

    /// <summary>Samples since it began to listen.</summary>
    public long Now => _now;

    /// <summary>The most recent sound.</summary>
    public short[] Recent(TimeSpan duration) => _recent.Last(SpeechFormat.Samples(duration));

    /// <summary>Starts anew, asleep.</summary>
    /// <param name="floor">Loudness of the background where it is known.</param>
    public void Reset(double? floor = null)
    {
        _recent.Clear();
        _endpointer = floor is { } known ? new Endpointer(known) : new Endpointer();
        Sleep();
    }

    /// <summary>Learns how a whole recording sounds before it is heard.</summary>
    public void Tune(ReadOnlySpan<short> recording) => _wake?.Tune(recording);

    /// <summary>Listens for the words of a challenge for a while; nothing that was heard before counts.</summary>
    public void OpenForWords(TimeSpan duration)
    {
        _recent.Clear();
        Open(duration);
        _expectsWords = true;
    }

    /// <summary>Listens without the wake phrase for a while.</summary>
    public void Open(TimeSpan duration)
    {
        _expectsWords = false;
        _awakeFor = (long)Math.Min(long.MaxValue / 2, duration.TotalSeconds * SpeechFormat.SampleRate);
        _endpointer.Reset();
    }

    /// <summary>Forgets what is half heard and waits for the wake phrase.</summary>
    public void Sleep()
    {
        Forget();
        _expectsWords = false;
        _awakeFor = 0;
        _wake?.Reset();
    }

    /// <summary>Takes 20 ms.</summary>
    /// <param name="isClockStopped">Somebody still waits for the text of a sentence: the time does not run.</param>
    /// <param name="isSpeaking">Helm speaks, and may be stopped.</param>
    public HearingEvent? Push(ReadOnlySpan<short> frame, bool isClockStopped = false, bool isSpeaking = false)
    {
        _now += frame.Length;
        _recent.Write(frame);
        _endpointer.Push(frame);
        if (!IsAwake)
        {
            return Hit(frame, isSpeaking) is { } hit ? WakeUp(hit) : null;
        }

        _awakeFor -= isClockStopped ? 0 : frame.Length;
        return _sentence is null ? AwaitSpeech() : Collect(frame);
    }

    /// <summary>Ends the sentence now: the button was let go, or no more sound will come.</summary>
    public HearingEvent? Finish() => _sentence is null ? null : End();

    /// <summary>Hears a recording as one sentence.</summary>
    public Sentence Whole(ReadOnlySpan<short> samples)
    {
        for (var rest = samples; rest.Length >= SpeechFormat.FrameSamples; rest = rest[SpeechFormat.FrameSamples..])
        {
            _endpointer.Push(rest[..SpeechFormat.FrameSamples]);
        }

        Begin(samples);
        return End().Sentence;
    }

    public void Dispose()
    {
        Forget();
        _wake?.Dispose();
        // A spotter is made for each listener, among what the other decoders need: over thousands the C library would keep more and more of it.
        NativeHeap.GiveBack();
    }

    private WakeHit? Hit(ReadOnlySpan<short> frame, bool isSpeaking) => isSpeaking ? _wake?.PushWhileSpeaking(frame) : _wake?.Push(frame);

    private HearingEvent WakeUp(WakeHit hit)
    {
        if (hit.Stop is { } words)
        {
            return new HearingEvent.Stopped(words, hit.Since ?? TimeSpan.Zero);
        }

        Open(options.Wake.CommandWithin);
        Begin(_recent.Last(hit.Since is { } since ? Math.Min(_phraseWindow, SpeechFormat.Samples(since + BeforePhrase)) : _phraseWindow));
        return new HearingEvent.Woke(hit.Delay);
    }

    private HearingEvent? AwaitSpeech()
    {
        if (_endpointer is { SpeechFrames: >= OnsetFrames, SilentFrames: 0 })
        {
            Begin(_recent.Last(BeforeOnset));
            return new HearingEvent.SpeechBegan();
        }

        if (_awakeFor > 0)
        {
            return null;
        }

        Sleep();
        return new HearingEvent.Dropped();
    }

    private HearingEvent.Ended? Collect(ReadOnlySpan<short> frame)
    {
        _samples.AddRange(frame);
        _sentence!.Push(frame);
        if (_endpointer.SilentFrames >= _endSilence || _samples.Count >= _longest)
        {
            return End();
        }

        if (_endpointer.SilentFrames == _endSilence / 2)
        {
            _sentence.Pause();
        }
        else if (_endpointer.SilentFrames == 0)
        {
            _sentence.Resume();
        }

        return null;
    }

    private void Begin(ReadOnlySpan<short> before)
    {
        Forget();
        _began = _now - before.Length;
        _samples.AddRange(before);
        _sentence = _expectsWords ? engine.BeginWords() : engine.Begin(partial);
        _sentence.Push(before);
    }

    private HearingEvent.Ended End()
    {
        var transcript = TranscribeAsync(_sentence!);
        _transcribing = transcript;
        var sentence = new Sentence(transcript, [.. CollectionsMarshal.AsSpan(_samples)], _began, Silence);
        _sentence = null;
        _samples.Clear();
        _endpointer.Reset();
        return new HearingEvent.Ended(sentence);
    }

    private static async Task<Transcript> TranscribeAsync(ITranscription sentence)
    {
        using (sentence)
        {
            return await sentence.EndAsync(CancellationToken.None);
        }
    }

    private void Forget()
    {
        _sentence?.Dispose();
        _sentence = null;
        _samples.Clear();
    }
}
