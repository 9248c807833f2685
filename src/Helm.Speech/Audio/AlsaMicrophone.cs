namespace Helm.Speech.Audio;

/// <summary>A microphone by ALSA.</summary>
internal sealed class AlsaMicrophone(AlsaLibrary library, string device) : IMicrophone
{
    // Sound that is not fetched within this time is lost.
    private static readonly TimeSpan Buffer = TimeSpan.FromSeconds(0.5);

    private nint _pcm = library.Open(device, AlsaLibrary.Capture, SpeechFormat.SampleRate, Buffer);

    public bool Read(Span<short> frame)
    {
        // After this many answers without sound the device is gone, not busy.
        const int MostEmpty = 100;
        for (var empty = 0; frame.Length > 0 && empty < MostEmpty;)
        {
            ObjectDisposedException.ThrowIf(_pcm == 0, this);
            var read = library.Read(_pcm, frame);
            empty = read == 0 ? empty + 1 : 0;
            frame = frame[read..];
        }

        return frame.Length == 0;
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
