namespace Helm.Speech.Transcription;

/// <summary>What becomes of something heard.</summary>
public enum Verdict
{
    /// <summary>No words, or only the wake phrase.</summary>
    NothingHeard,

    /// <summary>Speech, but not to Helm or not understood.</summary>
    Rejected,

    /// <summary>Perhaps a change: worth a "did you mean …?", never to be carried out.</summary>
    DidYouMean,

    /// <summary>Understood.</summary>
    Accepted,
}

/// <summary>How far the two decoders may differ.</summary>
public sealed class AgreementOptions
{
    /// <summary>Largest share of differing words for a question.</summary>
    public double Questions { get; set; } = 0.34;

    /// <summary>Largest share of differing words for what changes something; it is confirmed besides.</summary>
    public double Changes { get; set; } = 0.20;
}

/// <summary>
/// Accepts what the grammar heard when the language model, free to hear other words, heard nearly the same.
/// The decoder's own confidence says nothing: a grammar finds a command in any noise.
/// </summary>
internal static class AgreementGate
{
    private static readonly HashSet<string> Articles = ["the", "a", "an"];

    public static Verdict Judge(IReadOnlyList<string> heard, double distance, bool changes, AgreementOptions options) =>
        heard.Count == 0 ? Verdict.NothingHeard
        : distance <= (changes ? options.Changes : options.Questions) ? Verdict.Accepted
        : distance <= options.Questions ? Verdict.DidYouMean
        : Verdict.Rejected;

    /// <summary>Without articles, which tell nothing and are hardly to be heard, and with contractions undone.</summary>
    private static List<string> Telling(IReadOnlyList<string> words) =>
    [
        .. words.Where(word => !Articles.Contains(word))
            .SelectMany(word => word.EndsWith("'s", StringComparison.Ordinal) ? new[] { word[..^2], "is" } : [word]),
    ];

    /// <summary>Words to change, add or remove, as a share of the longer sentence.</summary>
    public static double Distance(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        (one, other) = (Telling(one), Telling(other));
        var longer = Math.Max(one.Count, other.Count);
        // "cloud front" and "cloudfront" are the same to the ear.
        return longer == 0 || string.Concat(one) == string.Concat(other) ? 0 : (double)Sphinx.Sounds.Distance([.. one], [.. other]) / longer;
    }
}
