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
    /// (-2.5: 4.3 % missed, no false wake in 25 minutes of speech; -1.5: 1.1 % and 1; -0.5: none missed and 7).
    /// </summary>
    public double Prior { get; set; } = -2.0;

    /// <summary>A wake without a valid command within this time is dropped silently.</summary>
    public TimeSpan CommandWithin { get; set; } = TimeSpan.FromSeconds(5);
}
