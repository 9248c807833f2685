namespace Helm.Speech.Sessions;

/// <summary>Where one hears and speaks: a sound device, a browser, a satellite. All sound is 16 kHz mono.</summary>
public interface IVoiceDoor
{
    /// <summary>What the microphone hears, 20 ms at a time as time passes: these frames are the clock of the conversation.</summary>
    IAsyncEnumerable<short[]> FramesAsync(CancellationToken cancellation);

    /// <summary>Plays 20 ms after those it was given before; never waits long.</summary>
    void Play(ReadOnlySpan<short> frame);

    /// <summary>Throws away what was given and is not heard yet.</summary>
    void Hush();
}
