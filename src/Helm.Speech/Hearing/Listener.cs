using System.Diagnostics;
using System.Runtime.InteropServices;
using Helm.Speech.Audio;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Hearing;

/// <summary>From frames to sentences: asleep until the wake phrase, then awake until a valid command or the time is up.</summary>
internal sealed class Listener(IWakeListener wake, ITranscriptionEngine engine, HearingOptions options)
{
    private const int OnsetFrames = 4;

    // Speech is noticed a little after it began.
    private static readonly int BeforeOnset = SpeechFormat.Samples(TimeSpan.FromSeconds(0.4));

    // The phrase itself and a little before it: the command may follow in the same breath.
    private static readonly int PhraseWindow = SpeechFormat.Samples(TimeSpan.FromSeconds(1.15));

    private readonly RingBuffer _recent = new(SpeechFormat.Samples(TimeSpan.FromSeconds(2)));
    private readonly List<short> _sentence = [];
    private readonly int _endSilence = SpeechFormat.Samples(options.EndSilence) / SpeechFormat.FrameSamples;
    private readonly int _longest = SpeechFormat.Samples(options.LongestSentence);
    private Endpointer _endpointer = new();
    private bool _collecting;
    private long _awakeFor;

    private bool IsAwake => _awakeFor > 0 || _collecting;

    /// <summary>Starts anew, asleep.</summary>
    /// <param name="floor">Loudness of the background where it is known.</param>
    public void Reset(double? floor = null)
    {
        _recent.Clear();
        wake.Reset();
        _endpointer = floor is { } known ? new Endpointer(known) : new Endpointer();
        Sleep();
    }

    /// <summary>Listens without the wake phrase for a while.</summary>
    public void Open(TimeSpan duration)
    {
        _awakeFor = (long)Math.Min(long.MaxValue / 2, duration.TotalSeconds * SpeechFormat.SampleRate);
        _endpointer.Reset();
    }

    public HearingEvent? Push(ReadOnlySpan<short> frame)
    {
        _recent.Write(frame);
        _endpointer.Push(frame);
        if (!IsAwake)
        {
            return wake.Push(frame) is { } hit ? WakeUp(hit) : null;
        }

        _awakeFor -= frame.Length;
        return _collecting ? Collect(frame) : AwaitSpeech();
    }

    /// <summary>No more sound will come: what was collected is the sentence.</summary>
    public HearingEvent? Finish() => _collecting ? EndSentence() : null;

    /// <summary>Hears a recording as one sentence.</summary>
    public HearingEvent.Heard Whole(ReadOnlySpan<short> samples)
    {
        for (var rest = samples; rest.Length >= SpeechFormat.FrameSamples; rest = rest[SpeechFormat.FrameSamples..])
        {
            _endpointer.Push(rest[..SpeechFormat.FrameSamples]);
        }

        _sentence.AddRange(samples);
        return EndSentence();
    }

    private HearingEvent.Woke WakeUp(WakeHit hit)
    {
        Open(options.Wake.CommandWithin);
        Collect(PhraseWindow);
        return new HearingEvent.Woke(hit.Delay);
    }

    private HearingEvent.Dropped? AwaitSpeech()
    {
        if (_endpointer is { SpeechFrames: >= OnsetFrames, SilentFrames: 0 })
        {
            Collect(BeforeOnset);
        }
        else if (_awakeFor <= 0)
        {
            Sleep();
            return new HearingEvent.Dropped();
        }

        return null;
    }

    private HearingEvent.Heard? Collect(ReadOnlySpan<short> frame)
    {
        _sentence.AddRange(frame);
        return _endpointer.SilentFrames >= _endSilence || _sentence.Count >= _longest ? EndSentence() : null;
    }

    private void Collect(int before)
    {
        _collecting = true;
        _sentence.Clear();
        _sentence.AddRange(_recent.Last(before));
    }

    private HearingEvent.Heard EndSentence()
    {
        var clock = Stopwatch.StartNew();
        var silence = SpeechFormat.DurationOf((long)_endpointer.SilentFrames * SpeechFormat.FrameSamples);
        var transcript = Transcribe(CollectionsMarshal.AsSpan(_sentence));
        _collecting = false;
        _sentence.Clear();
        _endpointer.Reset();
        if (transcript.Verdict is Verdict.Accepted or Verdict.DidYouMean)
        {
            Sleep();
        }

        return new HearingEvent.Heard(transcript, silence + clock.Elapsed);
    }

    private Transcript Transcribe(ReadOnlySpan<short> samples)
    {
        using var sentence = engine.Begin(_ => { });
        sentence.Push(samples);
        return sentence.EndAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private void Sleep()
    {
        _collecting = false;
        _sentence.Clear();
        _awakeFor = 0;
        wake.Reset();
    }
}
