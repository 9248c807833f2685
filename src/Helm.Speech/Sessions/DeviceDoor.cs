using Helm.Speech.Audio;

namespace Helm.Speech.Sessions;

/// <summary>A microphone and a loudspeaker of this machine.</summary>
public sealed class DeviceDoor(IMicrophone microphone, ILoudspeaker loudspeaker) : IVoiceDoor
{
    public IAsyncEnumerable<short[]> FramesAsync(CancellationToken cancellation) => Capture.FramesAsync(microphone, cancellation);

    public void Play(ReadOnlySpan<short> frame) => loudspeaker.Write(frame);

    public void Hush() => loudspeaker.Silence();
}
