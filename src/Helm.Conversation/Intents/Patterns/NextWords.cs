namespace Helm.Conversation.Intents.Patterns;

/// <summary>
/// All that may come next at a node, by what it takes: a sentence looks only at the few of them that its words can be,
/// however many a pattern offers.
/// </summary>
internal sealed class NextWords
{
    private readonly int[] _symbols;

    private NextWords(IEnumerable<(int Symbol, NextStep Step)> steps, NextStep? end)
    {
        (int Symbol, NextStep Step)[] sorted = [.. steps.OrderBy(entry => entry.Symbol).ThenBy(entry => entry.Step.Order)];
        _symbols = [.. sorted.Select(entry => entry.Symbol)];
        Steps = [.. sorted.Select(entry => entry.Step)];
        End = end;
    }

    public NextStep[] Steps { get; }

    /// <summary>Set where the pattern may end here.</summary>
    public NextStep? End { get; }

    public static NextWords Of(Automaton automaton, int node)
    {
        var search = new Search(automaton);
        search.Visit(node, []);

        return new NextWords(search.Steps, search.End);
    }

    /// <summary>The numbers of the steps that take it, from the first to before the last.</summary>
    public (int First, int After) Taking(int symbol)
    {
        var first = _symbols.Length == 1 ? (_symbols[0] == symbol ? 0 : -1) : _symbols.AsSpan().BinarySearch(symbol);
        if (first < 0)
        {
            return (0, 0);
        }

        var after = first + 1;
        while (first > 0 && _symbols[first - 1] == symbol)
        {
            first--;
        }

        while (after < _symbols.Length && _symbols[after] == symbol)
        {
            after++;
        }

        return (first, after);
    }

    private sealed class Search(Automaton automaton)
    {
        private readonly HashSet<int> _seen = [];
        private int _order;

        public List<(int Symbol, NextStep Step)> Steps { get; } = [];

        public NextStep? End { get; private set; }

        public void Visit(int number, (string Slot, object Value)[] says)
        {
            // A way that comes to a known node later would lose against the first.
            if (!_seen.Add(number))
            {
                return;
            }

            var node = automaton[number];
            if (node.Accepts >= 0)
            {
                End = new NextStep(_order++, -1, null, says);
            }
            else if (node.Symbol != Automaton.Node.NoSymbol)
            {
                Steps.Add((node.Symbol, new NextStep(_order++, node.Target, node.Slot, says)));
            }
            else
            {
                says = node.Value is { } value ? [.. says, (node.Slot!, value)] : says;
                foreach (var target in node.Targets)
                {
                    Visit(target, says);
                }
            }
        }
    }
}

/// <summary>A word or value that may come next, or the end.</summary>
/// <param name="Order">Among all that may come next, as the pattern is written: of two equal ways the first counts.</param>
/// <param name="Target">The node behind it.</param>
/// <param name="Slot">What the value is for.</param>
/// <param name="Says">What is said by going this way.</param>
internal readonly record struct NextStep(int Order, int Target, string? Slot, (string Slot, object Value)[] Says)
{
    /// <summary>Its words give no value.</summary>
    public bool Counts { get; } = Slot is null or "_" or SlotKinds.Head;
}
