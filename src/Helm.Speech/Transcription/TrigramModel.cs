using System.Globalization;

namespace Helm.Speech.Transcription;

/// <summary>
/// A trigram model with Witten-Bell smoothing, written in the ARPA format. Mixed with a share of general words it can
/// hear that something else was said, which a model of commands alone never can.
/// </summary>
internal sealed class TrigramModel
{
    private const string Start = "<s>";
    private const string End = "</s>";
    private const double GeneralEnd = 0.1;
    private const double Never = -99;

    private readonly Dictionary<string, Context> _contexts = new() { [""] = new Context() };
    private readonly Dictionary<string, double> _general;
    private readonly double _share;

    /// <param name="general">Probabilities; they are normalised.</param>
    /// <param name="share">How much of every probability comes from the general words.</param>
    public TrigramModel(IEnumerable<(string Word, double Probability)> general, double share)
    {
        _share = share;
        var words = general.ToList();
        var total = words.Sum(word => word.Probability);
        _general = words.ToDictionary(word => word.Word, word => word.Probability / total * (1 - GeneralEnd));
        _general[End] = GeneralEnd;
    }

    /// <summary>A model of sentences and general words, in lines of the format.</summary>
    /// <param name="general">With the logarithms of their probabilities.</param>
    public static IEnumerable<string> Of(IEnumerable<SaidSentence> sentences, IEnumerable<(string Word, double LogProbability)> general, double share)
    {
        var model = new TrigramModel(general.Select(word => (word.Word, Math.Exp(word.LogProbability))), share);
        foreach (var sentence in sentences)
        {
            model.Add(sentence);
        }

        return model.Lines();
    }

    public void Add(SaidSentence sentence)
    {
        var (before, last) = ("", Start);
        foreach (var word in sentence.Words.Append(End))
        {
            Count("", word, sentence.Weight);
            Count(last, word, sentence.Weight);
            if (before.Length > 0)
            {
                Count($"{before} {last}", word, sentence.Weight);
            }

            (before, last) = (last, word);
        }
    }

    public IEnumerable<string> Lines()
    {
        var vocabulary = _contexts[""].Counts.Keys.Union(_general.Keys).Where(word => word != End).ToList();
        var bigrams = Of(1).ToList();
        var trigrams = Of(2).ToList();
        return
        [
            @"\data\", $"ngram 1={vocabulary.Count + 2}", $"ngram 2={bigrams.Count}", $"ngram 3={trigrams.Count}", "",
            @"\1-grams:", $"{Number(Math.Log10(Probability("", End)))} {End}", $"{Number(Never)} {Start} {BackOff(Start)}",
            .. vocabulary.Select(word => $"{Number(Math.Log10(Probability("", word)))} {word} {BackOff(word)}"), "",
            @"\2-grams:", .. bigrams.Select(gram => $"{Line(gram)} {BackOff($"{gram.Context} {gram.Word}")}".TrimEnd()), "",
            @"\3-grams:", .. trigrams.Select(Line), "",
            @"\end\",
        ];
    }

    private void Count(string context, string word, double weight)
    {
        if (!_contexts.TryGetValue(context, out var counts))
        {
            _contexts[context] = counts = new Context();
        }

        counts.Counts[word] = counts.Counts.GetValueOrDefault(word) + weight;
        counts.Total += weight;
    }

    private IEnumerable<(string Context, string Word)> Of(int order) =>
        from context in _contexts
        where context.Key.Length > 0 && context.Key.Count(' '.Equals) == order - 1
        from word in context.Value.Counts.Keys
        select (context.Key, word);

    private string Line((string Context, string Word) gram) =>
        $"{Number(Math.Log10(Probability(gram.Context, gram.Word)))} {gram.Context} {gram.Word}";

    private double Probability(string context, string word) =>
        (1 - _share) * WittenBell(context, word) + _share * _general.GetValueOrDefault(word);

    private double WittenBell(string context, string word)
    {
        var counts = _contexts[context];
        var kinds = counts.Counts.Count;
        // A word that is in no sentence has only its general probability.
        var lower = context.Length > 0 ? WittenBell(Shorter(context), word)
            : counts.Counts.ContainsKey(word) ? 1.0 / kinds
            : 0;
        return (counts.Counts.GetValueOrDefault(word) + kinds * lower) / (counts.Total + kinds);
    }

    /// <summary>What is left for words not seen after the context, as a share of what the shorter context gives them.</summary>
    private string BackOff(string context)
    {
        const double Least = 1e-6;
        if (!_contexts.TryGetValue(context, out var counts))
        {
            return Number(0);
        }

        var seen = counts.Counts.Keys.Sum(word => Probability(context, word));
        var lower = counts.Counts.Keys.Sum(word => Probability(Shorter(context), word));
        return Number(Math.Log10(Math.Max(Least, 1 - seen) / Math.Max(Least, 1 - lower)));
    }

    private static string Shorter(string context)
    {
        var space = context.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? "" : context[(space + 1)..];
    }

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private sealed class Context
    {
        public Dictionary<string, double> Counts { get; } = [];

        public double Total { get; set; }
    }
}
