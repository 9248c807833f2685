namespace Helm.Conversation.Intents.Patterns;

/// <summary>How one pattern reads an utterance: the cheapest way through it, with what fills its slots.</summary>
internal sealed class Derivation
{
    private const int Impossible = int.MaxValue / 2;

    private readonly Automaton _automaton;
    private readonly Automaton.Pattern _pattern;
    private readonly Lattice _lattice;
    private readonly int[] _costs;
    private readonly Step[] _steps;
    private readonly int _width;

    private Derivation(Automaton automaton, Automaton.Pattern pattern, Lattice lattice)
    {
        (_automaton, _pattern, _lattice) = (automaton, pattern, lattice);
        _width = lattice.Length + 1;
        _costs = new int[(pattern.Start - pattern.Accept + 1) * _width];
        _steps = new Step[_costs.Length];
        _costs.AsSpan().Fill(-1);
    }

    public int Cost { get; private set; } = Impossible;

    /// <summary>The values in the order of the words.</summary>
    public List<(string Slot, Edge Edge)> Filled { get; } = [];

    public List<(string Slot, object Value)> Assigned { get; } = [];

    /// <param name="starts">Where the pattern may start: behind the polite lead.</param>
    public static Derivation Best(Automaton automaton, Automaton.Pattern pattern, Lattice lattice, IReadOnlyList<int> starts)
    {
        var derivation = new Derivation(automaton, pattern, lattice);
        var from = -1;
        foreach (var start in starts)
        {
            if (derivation.CostFrom(pattern.Start, start) is var cost && cost < derivation.Cost)
            {
                derivation.Cost = cost;
                from = start;
            }
        }

        if (from >= 0)
        {
            derivation.Walk(from);
        }

        return derivation;
    }

    private int CostFrom(int node, int place)
    {
        var index = ((node - _pattern.Accept) * _width) + place;
        if (_costs[index] < 0)
        {
            _costs[index] = Impossible;
            (_costs[index], _steps[index]) = Find(_automaton.Nodes[node], place);
        }

        return _costs[index];
    }

    private (int Cost, Step Step) Find(Automaton.Node node, int place)
    {
        if (node.Accepts >= 0)
        {
            return (place == _lattice.Length ? 0 : Impossible, default);
        }

        return node.Symbol == Automaton.Node.NoSymbol ? FindFree(node, place) : FindTaking(node, place);
    }

    private (int Cost, Step Step) FindFree(Automaton.Node node, int place)
    {
        var best = (Cost: Impossible, Step: default(Step));
        foreach (var target in node.Targets)
        {
            if (CostFrom(target, place) is var cost && cost < best.Cost)
            {
                best = (cost, new Step(target, place, default));
            }
        }

        return best;
    }

    private (int Cost, Step Step) FindTaking(Automaton.Node node, int place)
    {
        var best = (Cost: Impossible, Step: default(Step));
        foreach (var edge in _lattice.From(place))
        {
            if (edge.Symbol != node.Symbol)
            {
                continue;
            }

            var cost = CostFrom(node.Targets[0], edge.End) + edge.Cost;
            if (cost < best.Cost)
            {
                best = (cost, new Step(node.Targets[0], edge.End, edge));
            }
        }

        return best;
    }

    private void Walk(int place)
    {
        for (var number = _pattern.Start; number != _pattern.Accept;)
        {
            var node = _automaton.Nodes[number];
            var step = _steps[((number - _pattern.Accept) * _width) + place];
            if (node.Symbol != Automaton.Node.NoSymbol && node.Slot is { } slot)
            {
                Filled.Add((slot, step.Edge));
            }
            else if (node.Value is { } value)
            {
                Assigned.Add((node.Slot!, value));
            }

            (number, place) = (step.Node, step.Place);
        }
    }

    private readonly record struct Step(int Node, int Place, Edge Edge);
}
