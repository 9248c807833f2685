namespace Helm.Conversation.Tagging;

/// <summary>Chooses a label by the classifier's margin, the tagger's chance and that of its letters together: they err on different sentences.</summary>
internal static class JointLabel
{
    /// <summary>A tagger is often surer than it ought to be: less likely than this is all the same.</summary>
    private const double Lowest = -12;

    /// <param name="letters">For a label the logarithm of how likely the sentence's letters are.</param>
    public static string Best(IEnumerable<(string Label, float Margin)> margins, TagReading reading, Func<string, double> letters, JointShares shares) =>
        margins.MaxBy(label => label.Margin
            + (shares.Tagger * Math.Max(Lowest, reading.LogChance(label.Label) ?? Lowest))
            + (shares.Letters * letters(label.Label))).Label;
}
