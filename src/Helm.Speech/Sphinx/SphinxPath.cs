namespace Helm.Speech.Sphinx;

/// <summary>One way through all that may have been said.</summary>
/// <param name="Score">A logarithm, the more the better.</param>
internal readonly record struct SphinxPath(string Text, int Score);
