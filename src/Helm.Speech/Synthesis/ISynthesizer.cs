namespace Helm.Speech.Synthesis;

/// <summary>Says text aloud, chunk by chunk as it is made.</summary>
public interface ISynthesizer
{
    string Name { get; }

    /// <summary>Samples a second of the chunks.</summary>
    int SampleRate { get; }

    /// <summary>16-bit mono sound. Ending the enumeration early, or cancelling, ends the speech.</summary>
    IAsyncEnumerable<short[]> SpeakAsync(string text, CancellationToken cancellation = default);
}
