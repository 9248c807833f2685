namespace Helm.Speech.Audio;

/// <summary>A loudspeaker by ALSA.</summary>
internal sealed class AlsaLoudspeaker(AlsaLibrary library, string device, int sampleRate) : ILoudspeaker
{
    // Short, so that speech stops soon when it is told to.
    private static readonly TimeSpan Buffer = TimeSpan.FromSeconds(0.2);

    private nint _pcm = library.Open(device, AlsaLibrary.Playback, sampleRate, Buffer);

    public void Write(ReadOnlySpan<short> samples)
    {
        ObjectDisposedException.ThrowIf(_pcm == 0, this);
        while (samples.Length > 0)
        {
            samples = samples[library.Write(_pcm, samples)..];
        }
    }

    public void Drain()
    {
        ObjectDisposedException.ThrowIf(_pcm == 0, this);
        library.Drain(_pcm);
    }

    public void Silence()
    {
        ObjectDisposedException.ThrowIf(_pcm == 0, this);
        library.Silence(_pcm);
    }

    public void Dispose()
    {
        if (_pcm != 0)
        {
            library.Close(_pcm);
            _pcm = 0;
        }
    }
}
