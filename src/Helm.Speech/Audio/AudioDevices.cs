namespace Helm.Speech.Audio;

/// <summary>The sound devices that Helm listens and speaks through.</summary>
public sealed class AudioDeviceOptions
{
    /// <summary>ALSA's name of the microphone: <c>default</c>, <c>plughw:1,0</c>.</summary>
    public string Microphone { get; set; } = "default";

    /// <summary>ALSA's name of the loudspeaker.</summary>
    public string Loudspeaker { get; set; } = "default";
}

/// <summary>Something that can be listened to, 16 kHz mono.</summary>
public interface IMicrophone : IDisposable
{
    /// <summary>Waits for sound and fills the frame; false when there will be no more.</summary>
    bool Read(Span<short> frame);
}

/// <summary>Something that can be spoken through.</summary>
public interface ILoudspeaker : IDisposable
{
    /// <summary>Waits until there is room for the samples.</summary>
    void Write(ReadOnlySpan<short> samples);

    /// <summary>Waits until all is played.</summary>
    void Drain();

    /// <summary>Stops at once.</summary>
    void Silence();
}

/// <summary>Opens ALSA's devices.</summary>
public static class AudioDevices
{
    public static bool AreAvailable => AlsaLibrary.Find() is not null;

    /// <exception cref="AudioDeviceException">The message says what to do.</exception>
    public static IMicrophone OpenMicrophone(AudioDeviceOptions options) => new AlsaMicrophone(Library(), options.Microphone);

    /// <exception cref="AudioDeviceException">The message says what to do.</exception>
    public static ILoudspeaker OpenLoudspeaker(AudioDeviceOptions options, int sampleRate) =>
        new AlsaLoudspeaker(Library(), options.Loudspeaker, sampleRate);

    private static AlsaLibrary Library() => AlsaLibrary.Find() ?? throw new AudioDeviceException(
        "ALSA is not installed. Install it: apt-get install -y --no-install-recommends libasound2 libasound2-plugins");
}
