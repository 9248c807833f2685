using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Finds the phrases of the word classes in an utterance.</summary>
internal sealed class PhraseClasses
{
    private readonly Dictionary<long, int> _next = [];
    private readonly Dictionary<int, List<int>> _classes = [];
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>By its first word where a phrase goes on: most words begin none.</summary>
    private readonly int[] _firsts;
    private readonly IReadOnlyDictionary<string, object>[] _marks;
    private int _nodes = 1;

    public PhraseClasses(FrameBook book, Normalizer normalizer, Lexicon lexicon)
    {
        foreach (var (name, phrases) in book.Classes)
        {
            _numbers[name] = _numbers.Count;
            foreach (var text in phrases.Select(normalizer.Normalize).OfType<NormalText>().Where(KeepsItsSense))
            {
                Add(text.Tokens.Words, _numbers[name], lexicon);
            }
        }

        var firsts = _next.Where(step => step.Key <= uint.MaxValue).ToDictionary(step => (int)step.Key, step => step.Value);
        _firsts = [.. Enumerable.Range(0, firsts.Count == 0 ? 0 : firsts.Keys.Max() + 1).Select(word => firsts.GetValueOrDefault(word))];
        _marks = [.. _numbers.Keys.Select(name => book.Marks.GetValueOrDefault(name) ?? new Dictionary<string, object>())];
    }

    public int Count => _numbers.Count;

    public int Number(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>What a class says by being there.</summary>
    public IReadOnlyDictionary<string, object> MarksOf(int number) => _marks[number];

    public PhraseSpans Find(Lattice lattice)
    {
        var spans = new PhraseSpans(lattice.Length, Count);
        var todo = new Stack<(int Place, int Node, int Cost)>();
        for (var start = 0; start < lattice.Length; start++)
        {
            todo.Push((start, 0, 0));
            while (todo.TryPop(out var at))
            {
                Add(spans, start, at);
                foreach (ref readonly var edge in lattice.At(at.Place))
                {
                    if (edge.Symbol >= 0 && Next(at.Node, edge.Symbol) is > 0 and var next)
                    {
                        todo.Push((edge.End, next, at.Cost + edge.Cost));
                    }
                }
            }
        }

        return spans;
    }

    private void Add(PhraseSpans spans, int start, (int Place, int Node, int Cost) at)
    {
        if (at.Place > start && _classes.TryGetValue(at.Node, out var classes))
        {
            foreach (var number in classes)
            {
                spans.Add(new PhraseSpan(start, at.Place, number, at.Cost));
            }
        }
    }

    /// <summary>0 where no phrase goes on like this.</summary>
    private int Next(int node, int word) =>
        node > 0 ? _next.GetValueOrDefault(Key(node, word)) : word < _firsts.Length ? _firsts[word] : 0;

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    /// <summary>"How quickly" without its filler would be any "how".</summary>
    private static bool KeepsItsSense(NormalText text) => text.Tokens.Count > 1 || (text.Tokens.Count == 1 && text.Whole == text.Tokens.Words[0]);

    private void Add(IReadOnlyList<string> words, int number, Lexicon lexicon)
    {
        var node = 0;
        foreach (var word in words)
        {
            var key = Key(node, lexicon.Learn(word));
            if (!_next.TryGetValue(key, out node))
            {
                _next[key] = node = _nodes++;
            }
        }

        if (!_classes.TryGetValue(node, out var classes))
        {
            _classes[node] = classes = [];
        }

        if (!classes.Contains(number))
        {
            classes.Add(number);
        }
    }
}

/// <summary>Words that are a phrase of a class.</summary>
internal readonly record struct PhraseSpan(int Start, int End, int Class, int Cost);

/// <summary>All phrases in an utterance, by the place where they start.</summary>
internal sealed class PhraseSpans(int length, int classes)
{
    private readonly List<PhraseSpan>?[] _from = new List<PhraseSpan>?[length + 1];
    private readonly bool[] _has = new bool[classes];

    public IReadOnlyList<PhraseSpan> From(int place) => (IReadOnlyList<PhraseSpan>?)_from[place] ?? [];

    public bool Has(int number) => number >= 0 && _has[number];

    public bool HasAny(ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (Has(number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether phrases and values account for all words together; where they do not, no frame does.</summary>
    public bool Cover(Lattice lattice)
    {
        Span<bool> reached = stackalloc bool[lattice.Length + 1];
        reached[0] = true;
        for (var place = 0; place < lattice.Length; place++)
        {
            if (!reached[place])
            {
                continue;
            }

            foreach (var span in _from[place] ?? [])
            {
                reached[span.End] = true;
            }

            foreach (ref readonly var edge in lattice.At(place))
            {
                reached[edge.End] |= edge.Value is not null;
            }
        }

        return reached[^1];
    }

    public void Add(PhraseSpan span)
    {
        (_from[span.Start] ??= []).Add(span);
        _has[span.Class] = true;
    }
}
