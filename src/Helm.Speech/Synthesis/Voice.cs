using Helm.Speech.Audio;

namespace Helm.Speech.Synthesis;

/// <summary>Finds the engine that speaks, and writes speech to files.</summary>
public static class Voice
{
    /// <summary>The configured engine, else the other one; null when none is installed.</summary>
    public static ISynthesizer? Find(SynthesisOptions options)
    {
        var engines = new Func<SynthesisOptions, ISynthesizer?>[] { EspeakSynthesizer.Find, FliteSynthesizer.Find };
        return (options.Engine == FliteSynthesizer.EngineName ? engines.Reverse() : engines)
            .Select(find => find(options))
            .FirstOrDefault(engine => engine is not null);
    }

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
