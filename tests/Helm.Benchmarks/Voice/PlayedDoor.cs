using System.Diagnostics;
using System.Runtime.CompilerServices;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;

namespace Helm.Benchmarks.Voice;

/// <summary>A microphone that hears a given sound, as it comes or as fast as it can be taken.</summary>
internal sealed class PlayedDoor(short[] sound, bool inRealTime) : IVoiceDoor
{
    /// <summary>How late a frame was taken, in real time.</summary>
    public Latencies Late { get; } = new();

    public async IAsyncEnumerable<short[]> FramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        for (var at = 0; at + SpeechFormat.FrameSamples <= sound.Length; at += SpeechFormat.FrameSamples)
        {
            if (inRealTime)
            {
                var due = SpeechFormat.DurationOf(at + SpeechFormat.FrameSamples);
                if (due > clock.Elapsed)
                {
                    await Task.Delay(due - clock.Elapsed, cancellation);
                }

                Late.Add(clock.Elapsed - due);
            }

            yield return sound[at..(at + SpeechFormat.FrameSamples)];
        }
    }

    public void Play(ReadOnlySpan<short> frame)
    {
        // Nobody listens.
    }

    public void Hush()
    {
        // Nothing is buffered.
    }
}
