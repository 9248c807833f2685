namespace Helm.Speech.Synthesis;

/// <summary>How Helm speaks.</summary>
public sealed class SynthesisOptions
{
    /// <summary>espeak-ng (starts at once, does not wake Helm) or flite (a nicer voice); the other one stands in.</summary>
    public string Engine { get; set; } = EspeakSynthesizer.EngineName;

    /// <summary>A voice of the engine: en-us, en-gb (espeak-ng), slt, rms, awb (flite). The engine's usual one when empty.</summary>
    public string? Voice { get; set; }

    public int WordsPerMinute { get; set; } = 165;

    /// <summary>What is longer is cut at the end of a word.</summary>
    public int LongestText { get; set; } = 2_000;
}
