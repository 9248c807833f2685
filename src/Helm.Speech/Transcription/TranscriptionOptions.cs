using Helm.Speech.Sphinx;

namespace Helm.Speech.Transcription;

/// <summary>How speech becomes text.</summary>
public sealed class TranscriptionOptions
{
    /// <summary>Engines, the preferred one first: pocketsphinx, azure, wyoming.</summary>
    public string Engines { get; set; } = SphinxLanguage.EngineName;
}
