namespace Helm.Speech.Synthesis;

/// <summary>How Helm speaks.</summary>
public sealed class SynthesisOptions
{
    /// <summary>Engines, the preferred one first: espeak-ng (starts at once, does not wake Helm), flite (a nicer voice), azure, wyoming.</summary>
    public string Engines { get; set; } = $"{EspeakSynthesizer.EngineName}, {FliteSynthesizer.EngineName}";

    /// <summary>A voice of the engine, as <c>heyhelm voices</c> lists them; the engine's usual one when empty.</summary>
    public string? Voice { get; set; }

    public int WordsPerMinute { get; set; } = 165;

    /// <summary>What is longer is cut at the end of a word.</summary>
    public int LongestText { get; set; } = 2_000;
}
