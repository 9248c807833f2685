namespace Helm.Conversation.Intents.Patterns;

/// <summary>
/// All patterns of a table as one network: nodes that take a word or a value, split, or say what something means.
/// Built from the end to the beginning, so every node leads only to nodes with smaller numbers.
/// </summary>
internal sealed class Automaton
{
    private readonly List<Node> _nodes = [];
    private readonly List<Pattern> _patterns = [];
    private readonly Lexicon _lexicon;

    public Automaton(Lexicon lexicon, PatternNode lead, PatternNode close, IEnumerable<(PatternNode Pattern, int Intent)> patterns)
    {
        _lexicon = lexicon;
        foreach (var (pattern, intent) in patterns)
        {
            var accept = Add(new Node { Accepts = _patterns.Count, Targets = [] });
            var start = Build(pattern, Build(new PatternNode.Optional(close), accept));
            _patterns.Add(new Pattern(_patterns.Count, intent, accept, start));
        }

        Body = Add(new Node { Targets = [.. _patterns.Select(pattern => pattern.Start)] });
        Root = Build(new PatternNode.Optional(lead), Body);
    }

    /// <summary>Where every sentence starts: the polite lead, then <see cref="Body"/>.</summary>
    public int Root { get; }

    /// <summary>Splits to all patterns.</summary>
    public int Body { get; }

    public IReadOnlyList<Node> Nodes => _nodes;

    public IReadOnlyList<Pattern> Patterns => _patterns;

    private int Add(Node node)
    {
        _nodes.Add(node);

        return _nodes.Count - 1;
    }

    private int Build(PatternNode node, int next) =>
        node switch
        {
            PatternNode.Word word => Add(new Node { Symbol = _lexicon.Learn(word.Text), Targets = [next] }),
            PatternNode.Slot slot => Add(new Node { Symbol = SlotKinds.Symbol(slot.Kind), Slot = slot.Name, Targets = [next] }),
            PatternNode.Assign assign => Add(new Node { Slot = assign.Name, Value = assign.Value, Targets = [next] }),
            PatternNode.Optional optional => Add(new Node { Targets = [Build(optional.Inner, next), next] }),
            PatternNode.Choice choice => Add(new Node { Targets = [.. choice.Options.Select(option => Build(option, next))] }),
            PatternNode.Sequence sequence => sequence.Parts.Reverse().Aggregate(next, (after, part) => Build(part, after)),
            _ => next,
        };

    /// <summary>A pattern's nodes lie between its accepting node and its start.</summary>
    internal sealed record Pattern(int Id, int Intent, int Accept, int Start);

    /// <summary>Takes a symbol where it has one; else costs nothing.</summary>
    internal sealed class Node
    {
        public const int NoSymbol = int.MinValue;

        public int Symbol { get; init; } = NoSymbol;

        public string? Slot { get; init; }

        public object? Value { get; init; }

        public int Accepts { get; init; } = -1;

        public required int[] Targets { get; init; }
    }
}
