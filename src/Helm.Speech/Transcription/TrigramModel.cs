using System.Globalization;
using static Helm.Speech.Transcription.TrigramCounts;

namespace Helm.Speech.Transcription;

/// <summary>
/// A trigram model with Witten-Bell smoothing, written in the ARPA format. Mixed with a share of general words it can
/// hear that something else was said, which a model of commands alone never can.
/// </summary>
internal sealed class TrigramModel
{
    private const double GeneralEnd = 0.1;
    private const double Never = -99;

    private readonly TrigramCounts _counts;
    private readonly Dictionary<int, double> _general;
    private readonly double _share;

    /// <summary>Smoothed probabilities after no word and after one: those after two are made of them.</summary>
    private readonly Dictionary<long, Dictionary<int, double>> _smoothed = [];

    /// <param name="general">Probabilities; they are normalised. The counts get a number for each of these words.</param>
    /// <param name="share">How much of every probability comes from the general words.</param>
    public TrigramModel(TrigramCounts counts, IEnumerable<(string Word, double Probability)> general, double share)
    {
        (_counts, _share) = (counts, share);
        var words = general.ToList();
        var total = words.Sum(word => word.Probability);
        _general = words.ToDictionary(word => counts.Number(word.Word), word => word.Probability / total * (1 - GeneralEnd));
        _general[counts.Number(End)] = GeneralEnd;
    }

    public IEnumerable<string> Lines()
    {
        var (start, end) = (_counts.Number(Start), _counts.Number(End));
        var vocabulary = _counts.After(Nothing)!.Counts.Keys.Union(_general.Keys).Where(word => word != end).ToList();
        var backOffs = new Dictionary<long, double>();
        var trigrams = Grams(_counts.Contexts.Where(IsPair), backOffs);
        var bigrams = Grams(_counts.Contexts.Where(context => context != Nothing && !IsPair(context)), backOffs);
        return
        [
            @"\data\", $"ngram 1={vocabulary.Count + 2}", $"ngram 2={bigrams.Count}", $"ngram 3={trigrams.Count}", "",
            @"\1-grams:", $"{Logarithm(Single(end))} {End}", $"{Number(Never)} {Start} {BackOff(start)}",
            .. vocabulary.Select(word => $"{Logarithm(Single(word))} {_counts.Word(word)} {BackOff(word)}"), "",
            @"\2-grams:", .. bigrams.Select(gram => $"{Line(gram)} {BackOff(Joined(gram.Context, gram.Word))}"), "",
            @"\3-grams:", .. trigrams.Select(Line), "",
            @"\end\",
        ];

        string BackOff(long context) => Logarithm(backOffs.GetValueOrDefault(context, 1));
    }

    /// <summary>All that was said after the contexts.</summary>
    /// <param name="backOffs">Gets what is left for words not seen after a context, as a share of what the shorter context gives them.</param>
    private List<Gram> Grams(IEnumerable<long> contexts, Dictionary<long, double> backOffs)
    {
        const double Least = 1e-6;
        var grams = new List<Gram>();
        foreach (var context in contexts)
        {
            var shorter = Smoothed(Shorter(context));
            var (seen, lower) = (0.0, 0.0);
            foreach (var (word, smoothed) in Smoothed(context))
            {
                var gram = new Gram(context, word, Mixed(smoothed, word));
                grams.Add(gram);
                seen += gram.Probability;
                lower += Mixed(shorter[word], word);
            }

            backOffs[context] = Math.Max(Least, 1 - seen) / Math.Max(Least, 1 - lower);
        }

        return grams;
    }

    private string Line(Gram gram) => IsPair(gram.Context)
        ? $"{Logarithm(gram.Probability)} {_counts.Word(First(gram.Context))} {_counts.Word((int)Shorter(gram.Context))} {_counts.Word(gram.Word)}"
        : $"{Logarithm(gram.Probability)} {_counts.Word((int)gram.Context)} {_counts.Word(gram.Word)}";

    /// <summary>A word that is in no sentence has only its general probability.</summary>
    private double Single(int word) => Mixed(Smoothed(Nothing).GetValueOrDefault(word), word);

    private double Mixed(double smoothed, int word) => (1 - _share) * smoothed + _share * _general.GetValueOrDefault(word);

    /// <summary>Of the words seen after the context, by Witten and Bell.</summary>
    private Dictionary<int, double> Smoothed(long context)
    {
        if (_smoothed.TryGetValue(context, out var known))
        {
            return known;
        }

        var counts = _counts.After(context)!;
        var kinds = counts.Counts.Count;
        var shorter = context == Nothing ? null : Smoothed(Shorter(context));
        var smoothed = counts.Counts.ToDictionary(
            count => count.Key,
            count => (count.Value + kinds * (shorter is null ? 1.0 / kinds : shorter[count.Key])) / (counts.Total + kinds));
        if (!IsPair(context))
        {
            _smoothed[context] = smoothed;
        }

        return smoothed;
    }

    private static string Logarithm(double value) => Number(Math.Log10(value));

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>A word and what it was said after.</summary>
    private readonly record struct Gram(long Context, int Word, double Probability);
}
