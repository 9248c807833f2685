using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>How easily Helm wakes.</summary>
public sealed class WakeOptions
{
    /// <summary>What wakes Helm: one to four English words, such as hey helm, ok helm or computer.</summary>
    public string Phrase { get; set; } = "hey helm";

    /// <summary>Engines, the preferred one first: pocketsphinx, wyoming.</summary>
    public string Engines { get; set; } = SphinxLanguage.EngineName;

    /// <summary>
    /// Prior of the wake phrase in the second stage, as log10: higher wakes more easily and more often wrongly
    /// (-1.5: 2 % missed, 12 % in noise of 20 dB, and 0 false wakes in 28 minutes of telephone prompts; -1.25: 1 %, 6 % and 1 or 2; -0.75: none, 3 % and 3).
    /// </summary>
    public double Prior { get; set; } = -1.5;

    /// <summary>A wake without a valid command within this time is dropped silently.</summary>
    public TimeSpan CommandWithin { get; set; } = TimeSpan.FromSeconds(5);
}
