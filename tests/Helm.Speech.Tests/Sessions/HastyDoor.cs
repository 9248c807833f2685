using System.Runtime.CompilerServices;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;

namespace Helm.Speech.Tests.Sessions;

/// <summary>Somebody who says one thing and goes, at once or when it was answered.</summary>
internal sealed class HastyDoor(short[] words, Func<bool>? mayGo = null) : IVoiceDoor
{
    private const int MostFramesOfWaiting = 3_000;

    public async IAsyncEnumerable<short[]> FramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var at = 0; at + SpeechFormat.FrameSamples <= words.Length; at += SpeechFormat.FrameSamples)
        {
            yield return words[at..(at + SpeechFormat.FrameSamples)];
        }

        for (var i = 0; i < MostFramesOfWaiting && mayGo?.Invoke() == false; i++)
        {
            yield return new short[SpeechFormat.FrameSamples];
            await Task.Delay(1, cancellation);
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
