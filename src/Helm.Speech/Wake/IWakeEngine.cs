using Helm.Speech.Engines;

namespace Helm.Speech.Wake;

/// <summary>Notices that somebody said the wake phrase.</summary>
public interface IWakeEngine : ISpeechEngine
{
    /// <summary>Listens to one source of sound; several sources are listened to at once.</summary>
    /// <exception cref="SpeechEngineException">It cannot listen; another engine will be asked.</exception>
    IWakeListener Listen();
}

/// <summary>One source of sound, listened to for the wake phrase. One caller at a time.</summary>
public interface IWakeListener : IDisposable
{
    /// <summary>Takes 20 ms (16 kHz, mono) and never waits; not null when the phrase was just said, be it some frames ago.</summary>
    /// <exception cref="SpeechEngineException">It can no longer listen; another engine will be asked.</exception>
    WakeHit? Push(ReadOnlySpan<short> frame);

    /// <summary>As <see cref="Push"/> while Helm speaks: where the engine can, the words that stop it are listened for too.</summary>
    WakeHit? PushWhileSpeaking(ReadOnlySpan<short> frame) => Push(frame);

    /// <summary>Forgets what is half heard.</summary>
    void Reset();

    /// <summary>Learns how a whole recording sounds before it is heard, where that helps.</summary>
    void Tune(ReadOnlySpan<short> recording)
    {
    }
}

/// <summary>The wake phrase was said.</summary>
/// <param name="Delay">Since the end of the phrase, computing included.</param>
/// <param name="Since">Sound since the phrase began, where that is known.</param>
public readonly record struct WakeHit(TimeSpan Delay, TimeSpan? Since = null)
{
    /// <summary>It was not the phrase but these words, which stop Helm.</summary>
    public string? Stop { get; init; }
}
