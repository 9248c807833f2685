namespace Helm.Conversation.Intents.Patterns;

/// <summary>
/// Patterns as one network: nodes that take a word or a value, split, or say what something means.
/// Built from the end to the beginning, so every node leads only to nodes with smaller numbers.
/// </summary>
internal sealed class Automaton
{
    private readonly List<Node> _nodes = [];
    private readonly List<Pattern> _patterns = [];
    private readonly HashSet<int> _symbols = [];
    private readonly Lexicon _lexicon;
    private readonly NextWords?[] _next;

    public Automaton(Lexicon lexicon, IEnumerable<(PatternNode Pattern, int Intent)> patterns)
    {
        _lexicon = lexicon;
        foreach (var (pattern, intent) in patterns)
        {
            var accept = Add(new Node { Accepts = _patterns.Count });
            _patterns.Add(new Pattern(_patterns.Count, intent, Build(pattern, accept)));
        }

        Start = Add(new Node { Targets = [.. _patterns.Select(pattern => pattern.Start)] });
        _nodes.TrimExcess();
        _next = new NextWords?[_nodes.Count];
    }

    public Automaton(Lexicon lexicon, PatternNode only)
        : this(lexicon, [(only, 0)])
    {
    }

    /// <summary>Splits to all patterns.</summary>
    public int Start { get; }

    public IReadOnlyList<Pattern> Patterns => _patterns;

    public Node this[int number] => _nodes[number];

    /// <summary>Whether any pattern takes it anywhere.</summary>
    public bool Takes(int symbol) => _symbols.Contains(symbol);

    /// <summary>What may come next, found when it is first asked for: most of a large table is never said.</summary>
    public NextWords Next(int node) => Volatile.Read(ref _next[node]) ?? Find(node);

    private NextWords Find(int node)
    {
        var found = NextWords.Of(this, node);
        Volatile.Write(ref _next[node], found);

        return found;
    }

    private int Add(Node node)
    {
        _nodes.Add(node);
        if (node.Symbol != Node.NoSymbol)
        {
            _symbols.Add(node.Symbol);
        }

        return _nodes.Count - 1;
    }

    private int Build(PatternNode node, int next) =>
        node switch
        {
            PatternNode.Word word => Add(new Node { Symbol = _lexicon.Learn(word.Text), Target = next }),
            PatternNode.Slot slot => Add(new Node { Symbol = SlotKinds.Symbol(slot.Kind), Slot = slot.Name, Target = next }),
            PatternNode.Assign assign => Add(new Node { Slot = assign.Name, Value = assign.Value, Targets = [next] }),
            PatternNode.Optional optional => Add(new Node { Targets = [Build(optional.Inner, next), next] }),
            PatternNode.Choice choice => Add(new Node { Targets = [.. choice.Options.Select(option => Build(option, next))] }),
            PatternNode.Sequence sequence => sequence.Parts.Reverse().Aggregate(next, (after, part) => Build(part, after)),
            _ => next,
        };

    internal sealed record Pattern(int Id, int Intent, int Start);

    /// <summary>Takes a symbol where it has one, and leads to <see cref="Target"/>; else costs nothing and leads to <see cref="Targets"/>.</summary>
    internal readonly struct Node
    {
        public const int NoSymbol = int.MinValue;

        public Node()
        {
        }

        public int Symbol { get; init; } = NoSymbol;

        public int Target { get; init; } = -1;

        public int[] Targets { get; init; } = [];

        public string? Slot { get; init; }

        public object? Value { get; init; }

        public int Accepts { get; init; } = -1;
    }
}
