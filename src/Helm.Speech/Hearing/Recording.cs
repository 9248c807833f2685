using System.Diagnostics;
using Helm.Speech.Audio;
using Helm.Speech.Transcription;

namespace Helm.Speech.Hearing;

/// <summary>Plays a recording to the listener until a command is accepted.</summary>
internal sealed class Recording(Listener listener, string name)
{
    // A wake phrase at the very end of a recording is still judged.
    private const int SilenceAfter = SpeechFormat.SampleRate / 2;

    private HearResult _result = new(name);

    public HearResult Listen(ReadOnlySpan<short> samples)
    {
        Span<short> frame = stackalloc short[SpeechFormat.FrameSamples];
        for (var at = 0; at < samples.Length + SilenceAfter && !_result.Accepted; at += frame.Length)
        {
            frame.Clear();
            samples[Math.Min(at, samples.Length)..Math.Min(at + frame.Length, samples.Length)].CopyTo(frame);
            Take(listener.Push(frame));
        }

        if (!_result.Accepted)
        {
            Take(listener.Finish());
        }

        return _result;
    }

    /// <summary>As one sentence: in a short recording nothing is gained by looking for its ends.</summary>
    public HearResult Whole(ReadOnlySpan<short> samples)
    {
        Take(new HearingEvent.Ended(listener.Whole(samples)));
        return _result;
    }

    private void Take(HearingEvent? heard)
    {
        switch (heard)
        {
            case HearingEvent.Woke woke:
                _result = _result with { Woke = true, WakeMs = woke.Delay.TotalMilliseconds };
                break;
            case HearingEvent.Ended { Sentence: var sentence }:
                Take(sentence);
                break;
        }
    }

    // A recording comes faster than its text: here, and only here, listening waits for it.
    private void Take(Sentence sentence)
    {
        var clock = Stopwatch.StartNew();
        var transcript = sentence.Transcript.GetAwaiter().GetResult();
        if (transcript.Verdict is Verdict.Accepted or Verdict.DidYouMean)
        {
            listener.Sleep();
        }

        if (transcript.Verdict != Verdict.NothingHeard)
        {
            var delay = sentence.Silence + clock.Elapsed;
            _result = _result with { Transcript = transcript, EndToTextMs = delay.TotalMilliseconds };
        }
    }
}
