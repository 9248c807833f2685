namespace Helm.Conversation.Tagging;

/// <summary>Chooses a label by the classifier's margin and the tagger's chance together: they err on different sentences.</summary>
internal static class JointLabel
{
    /// <summary>Weight of a chance's logarithm beside a margin; best on splits of the training sentences of SNIPS.</summary>
    public const double TaggersShare = 0.3;

    /// <summary>A tagger is often surer than it ought to be: less likely than this is all the same.</summary>
    private const double Lowest = -12;

    public static string Best(IEnumerable<(string Label, float Margin)> margins, TagReading reading, double taggersShare = TaggersShare) =>
        margins.MaxBy(label => label.Margin + (taggersShare * Math.Max(Lowest, reading.LogChance(label.Label) ?? Lowest))).Label;
}
