using Helm.Speech.Audio;

namespace Helm.Speech.Synthesis;

/// <summary>Writes speech to files.</summary>
public static class SpeechFiles
{
    /// <summary>Speaks into a WAV file.</summary>
    /// <returns>How long it speaks.</returns>
    public static async Task<TimeSpan> SpeakToFileAsync(
        this ISynthesizer synthesizer, string text, string wavFile, CancellationToken cancellation = default)
    {
        var samples = 0L;
        using var writer = new WavWriter(wavFile, synthesizer.SampleRate);
        await foreach (var chunk in synthesizer.SpeakAsync(text, cancellation))
        {
            writer.Append(chunk);
            samples += chunk.Length;
        }

        return TimeSpan.FromSeconds((double)samples / synthesizer.SampleRate);
    }
}
