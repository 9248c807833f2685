using System.Globalization;
using System.Runtime.InteropServices;

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

    /// <summary>The context of no word; others are made of the numbers of their words.</summary>
    private const long Nothing = 0;

    private const int BitsOfAWord = 32;

    private readonly Dictionary<long, Context> _contexts = new() { [Nothing] = new Context() };
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _words = [""];
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
        var last = (long)Numbered(Start);
        var before = Nothing;
        foreach (var text in sentence.Words.Append(End))
        {
            var word = Numbered(text);
            Count(Nothing, word, sentence.Weight);
            Count(last, word, sentence.Weight);
            if (before != Nothing)
            {
                Count(Joined(before, last), word, sentence.Weight);
            }

            (before, last) = (last, word);
        }
    }

    public IEnumerable<string> Lines()
    {
        var seen = _contexts[Nothing].Counts.Keys.Select(word => _words[word]);
        var vocabulary = seen.Union(_general.Keys).Where(word => word != End).ToList();
        foreach (var word in vocabulary.Append(Start).Append(End))
        {
            Numbered(word);
        }

        var bigrams = Of(pairs: false).ToList();
        var trigrams = Of(pairs: true).ToList();
        return
        [
            @"\data\", $"ngram 1={vocabulary.Count + 2}", $"ngram 2={bigrams.Count}", $"ngram 3={trigrams.Count}", "",
            @"\1-grams:", $"{Number(Math.Log10(Probability(Nothing, _numbers[End])))} {End}", $"{Number(Never)} {Start} {BackOff(_numbers[Start])}",
            .. vocabulary.Select(word => $"{Number(Math.Log10(Probability(Nothing, _numbers[word])))} {word} {BackOff(_numbers[word])}"), "",
            @"\2-grams:", .. bigrams.Select(gram => $"{Line(gram)} {BackOff(Joined(gram.Context, gram.Word))}"), "",
            @"\3-grams:", .. trigrams.Select(Line), "",
            @"\end\",
        ];
    }

    private int Numbered(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _words.Count;
            _words.Add(word);
        }

        return number;
    }

    private static long Joined(long before, long last) => (before << BitsOfAWord) | last;

    private void Count(long context, int word, double weight)
    {
        if (!_contexts.TryGetValue(context, out var counts))
        {
            _contexts[context] = counts = new Context();
        }

        CollectionsMarshal.GetValueRefOrAddDefault(counts.Counts, word, out _) += weight;
        counts.Total += weight;
    }

    private IEnumerable<(long Context, int Word)> Of(bool pairs) =>
        from context in _contexts
        where context.Key != Nothing && IsPair(context.Key) == pairs
        from word in context.Value.Counts.Keys
        select (context.Key, word);

    private string Line((long Context, int Word) gram) =>
        $"{Number(Math.Log10(Probability(gram.Context, gram.Word)))} {Text(gram.Context)} {_words[gram.Word]}";

    private string Text(long context) => IsPair(context)
        ? $"{_words[(int)(context >> BitsOfAWord)]} {_words[(int)Shorter(context)]}"
        : _words[(int)context];

    private double Probability(long context, int word) =>
        (1 - _share) * WittenBell(context, word) + _share * _general.GetValueOrDefault(_words[word]);

    private double WittenBell(long context, int word)
    {
        var counts = _contexts[context];
        var kinds = counts.Counts.Count;
        // A word that is in no sentence has only its general probability.
        var lower = context != Nothing ? WittenBell(Shorter(context), word)
            : counts.Counts.ContainsKey(word) ? 1.0 / kinds
            : 0;
        return (counts.Counts.GetValueOrDefault(word) + kinds * lower) / (counts.Total + kinds);
    }

    /// <summary>What is left for words not seen after the context, as a share of what the shorter context gives them.</summary>
    private string BackOff(long context)
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

    private static bool IsPair(long context) => context >> BitsOfAWord != 0;

    private static long Shorter(long context) => IsPair(context) ? context & uint.MaxValue : Nothing;

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private sealed class Context
    {
        public Dictionary<int, double> Counts { get; } = [];

        public double Total { get; set; }
    }
}
