namespace Helm.Speech.Sphinx;

/// <summary>A word as a decoder heard it.</summary>
/// <param name="Chance">How likely it is among all that may have been said there, from 0 to 1.</param>
internal sealed record SphinxWord(string Text, TimeSpan Start, TimeSpan End, double Chance)
{
    private const double FramesPerSecond = 100;

    // The base of the library's logarithms.
    private const double LogBase = 1.0001;

    public TimeSpan Duration => End - Start;

    /// <summary>Silence and noise stand in brackets.</summary>
    public bool IsSpoken => Text.Length > 0 && Text[0] is not ('<' or '[' or '+');

    /// <param name="segment">The word, with the number of its pronunciation where that is not the first: <c>hey_helm(2)</c>.</param>
    public static SphinxWord Of(string segment, int firstFrame, int lastFrame, int logChance) => new(
        segment.IndexOf('(') is var at && at > 0 ? segment[..at] : segment,
        TimeSpan.FromSeconds(firstFrame / FramesPerSecond),
        TimeSpan.FromSeconds((lastFrame + 1) / FramesPerSecond),
        Math.Pow(LogBase, logChance));
}
