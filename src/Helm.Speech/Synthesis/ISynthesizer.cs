using Helm.Speech.Engines;

namespace Helm.Speech.Synthesis;

/// <summary>Says text aloud, chunk by chunk as it is made.</summary>
public interface ISynthesizer : ISpeechEngine
{
    /// <summary>Samples a second of the chunks.</summary>
    int SampleRate { get; }

    /// <summary>The voice that it speaks with, as it is configured; null where the engine alone knows.</summary>
    string? VoiceInUse => null;

    /// <summary>16-bit mono sound of a sentence or a few. Ending the enumeration early, or cancelling, ends the speech.</summary>
    /// <param name="text">Plain text from outside; the engine makes it safe (<see cref="SpeakableText"/>, <see cref="Ssml"/>).</param>
    /// <exception cref="SpeechEngineException">It cannot speak; another engine will say the same.</exception>
    IAsyncEnumerable<short[]> SpeakAsync(string text, CancellationToken cancellation = default);

    /// <summary>The voices that it has here.</summary>
    Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation);
}

/// <summary>One voice of an engine.</summary>
/// <param name="Name">As it is configured.</param>
/// <param name="Language">As in BCP 47.</param>
public sealed record VoiceDescription(string Name, string Language, string About);
