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

    /// <summary>Largest share of words in which two hearings of a free request may differ and still count as the same; above it, the words of the freer one count.</summary>
    public double OtherWords { get; set; } = 0.10;
}

/// <summary>
/// Accepts what the model of the commands heard when the language model, free to hear other words, heard nearly the same.
/// The decoder's own confidence says nothing: who knows commands alone finds one in any noise.
/// </summary>
internal static class AgreementGate
{
    private const double ForeignWord = 2;

    private static readonly HashSet<string> Articles = ["the", "a", "an"];

    private static readonly Dictionary<string, string> Shortened = new() { ["'s"] = "is", ["'m"] = "am", ["'re"] = "are", ["'ve"] = "have", ["'ll"] = "will", ["'d"] = "would" };

    public static Verdict Judge(IReadOnlyList<string> heard, double distance, bool changes, AgreementOptions options) =>
        heard.Count == 0 ? Verdict.NothingHeard
        : distance <= (changes ? options.Changes : options.Questions) ? Verdict.Accepted
        : distance <= options.Questions ? Verdict.DidYouMean
        : Verdict.Rejected;

    /// <summary>Without articles, which tell nothing and are hardly to be heard, and with contractions undone.</summary>
    private static List<string> Telling(IReadOnlyList<string> words) =>
    [
        .. words.Where(word => !Articles.Contains(word))
            .SelectMany(Whole),
    ];

    private static string[] Whole(string word)
    {
        var at = word.IndexOf('\'');
        return at <= 0 ? [word]
            : word is "can't" ? ["can", "not"]
            : word is "won't" ? ["will", "not"]
            : word.EndsWith("n't", StringComparison.Ordinal) ? [word[..(at - 1)], "not"]
            : Shortened.TryGetValue(word[at..], out var whole) ? [word[..at], whole]
            : [word];
    }

    /// <summary>Words to change, add or remove, as a share of the longer sentence.</summary>
    /// <param name="isOfLanguage">
    /// Whether a word is in any command. One that is in none ("what is wrong with this picture") says more surely that
    /// something else was meant than one command's word in the place of another's: it counts twice.
    /// </param>
    public static double Distance(IReadOnlyList<string> one, IReadOnlyList<string> other, Func<string, bool> isOfLanguage)
    {
        (one, other) = (Telling(one), Telling(other));
        // "cloud front" and "cloudfront" are the same to the ear.
        if (string.Concat(one) == string.Concat(other))
        {
            return 0;
        }

        var (ones, others) = (Weights(one), Weights(other));
        return Changed(one, other, ones, others) / Math.Max(ones.Sum(), others.Sum());

        double[] Weights(IReadOnlyList<string> words) => [.. words.Select(word => isOfLanguage(word) ? 1.0 : ForeignWord)];
    }

    /// <summary>The least weight of words to change, add or remove; a changed word weighs as the heavier of both.</summary>
    private static double Changed(IReadOnlyList<string> one, IReadOnlyList<string> other, double[] ones, double[] others)
    {
        var row = new double[other.Count + 1];
        for (var j = 0; j < other.Count; j++)
        {
            row[j + 1] = row[j] + others[j];
        }

        for (var i = 0; i < one.Count; i++)
        {
            var diagonal = row[0];
            row[0] += ones[i];
            for (var j = 0; j < other.Count; j++)
            {
                var changed = diagonal + (one[i] == other[j] ? 0 : Math.Max(ones[i], others[j]));
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j + 1] + ones[i], row[j] + others[j]));
            }
        }

        return row[^1];
    }
}
