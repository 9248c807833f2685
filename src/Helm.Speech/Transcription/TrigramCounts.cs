using System.Runtime.InteropServices;

namespace Helm.Speech.Transcription;

/// <summary>How often each word was said after the two before it, after the one before it, and at all.</summary>
internal sealed class TrigramCounts
{
    /// <summary>The context of no word; others are made of the numbers of their words.</summary>
    public const long Nothing = 0;

    public const string Start = "<s>";
    public const string End = "</s>";

    private const int BitsOfAWord = 32;
    private const int LongestContext = 2;

    private readonly Dictionary<long, Context> _contexts;
    private readonly Dictionary<string, int> _numbers;
    private readonly List<string> _words;

    public TrigramCounts()
    {
        (_contexts, _numbers, _words) = (new() { [Nothing] = new Context() }, [], [""]);
    }

    /// <summary>To go on counting from there.</summary>
    public TrigramCounts(TrigramCounts from)
    {
        _contexts = from._contexts.ToDictionary(context => context.Key, context => new Context(context.Value));
        (_numbers, _words) = (new(from._numbers), [.. from._words]);
    }

    /// <summary>Every context in which something was said.</summary>
    public IEnumerable<long> Contexts => _contexts.Keys;

    public Context? After(long context) => _contexts.GetValueOrDefault(context);

    public string Word(int number) => _words[number];

    public int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _words.Count;
            _words.Add(word);
        }

        return number;
    }

    public static long Joined(long before, long last) => (before << BitsOfAWord) | last;

    public static bool IsPair(long context) => context >> BitsOfAWord != 0;

    public static long Shorter(long context) => IsPair(context) ? context & uint.MaxValue : Nothing;

    public static int First(long pair) => (int)(pair >> BitsOfAWord);

    public TrigramCounts Add(IEnumerable<SaidSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            Add(sentence);
        }

        return this;
    }

    private void Add(SaidSentence sentence)
    {
        var start = Number(Start);
        int[] words = [.. sentence.Words.Select(Number), Number(End)];
        if (sentence.Lead.Count == 0)
        {
            Count(start, words, 0, sentence.Weight);
            return;
        }

        // After its first two words it goes on alike, whatever was said before.
        var own = Math.Min(LongestContext, words.Length);
        int[] lead = [.. sentence.Lead.Select(Number)];
        Count(start, words[..own], 0, sentence.Weight);
        Count(start, [.. lead, .. words[..own]], 0, sentence.Weight);
        Count(start, words, own, 2 * sentence.Weight);
    }

    /// <summary>The words from a place on.</summary>
    private void Count(int start, int[] words, int from, double weight)
    {
        for (var i = from; i < words.Length; i++)
        {
            long last = i == 0 ? start : words[i - 1];
            Count(Nothing, words[i], weight);
            Count(last, words[i], weight);
            if (i > 0)
            {
                Count(Joined(i == 1 ? start : words[i - 2], last), words[i], weight);
            }
        }
    }

    private void Count(long context, int word, double weight)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_contexts, context, out _);
        (counts ??= new Context()).Add(word, weight);
    }

    /// <summary>What was said after the same words.</summary>
    internal sealed class Context
    {
        private readonly Dictionary<int, double> _counts;

        public Context() => _counts = [];

        public Context(Context from) => (_counts, Total) = (new(from._counts), from.Total);

        public IReadOnlyDictionary<int, double> Counts => _counts;

        public double Total { get; private set; }

        public void Add(int word, double weight)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _) += weight;
            Total += weight;
        }
    }
}
