namespace Helm.Conversation.Intents.Patterns;

/// <summary>The cheapest ways through patterns for one utterance; what was found once serves all patterns.</summary>
/// <param name="rest">What may follow when a pattern has ended; without it the utterance must end as well.</param>
internal sealed class Ways(Automaton automaton, Lattice lattice, Ways? rest)
{
    public const int Impossible = int.MaxValue / 2;

    private readonly WayTable _found = new();

    public bool Fits(int place) => CostFrom(automaton.Start, place) < Impossible;

    public int CostFrom(int node, int place)
    {
        var key = Key(node, place);
        if (!_found.TryGet(key, out var way))
        {
            way = Find(automaton.Next(node), place);
            _found.Add(key, way);
        }

        return way.Cost;
    }

    /// <summary>Writes down the values that the cheapest way from here gives.</summary>
    public void Tell(int node, int place, Derivation told)
    {
        for (var way = At(node, place); way.Edge >= 0; way = At(node, place))
        {
            var step = automaton.Next(node).Steps[way.Step];
            var edge = lattice.At(place)[way.Edge];
            told.Assigned.AddRange(step.Says);
            if (step.Slot is { } slot)
            {
                told.Filled.Add((slot, edge));
            }

            (node, place) = (step.Target, edge.End);
        }

        told.Assigned.AddRange(automaton.Next(node).End!.Value.Says);
        rest?.Tell(rest.Start, place, told);
    }

    private int Start => automaton.Start;

    private int Key(int node, int place) => (node * (lattice.Length + 1)) + place;

    private Way At(int node, int place) =>
        _found.TryGet(Key(node, place), out var way) ? way : throw new InvalidOperationException("No way was looked for here.");

    private Way Find(NextWords next, int place)
    {
        var (best, order) = next.End is { } end ? (new Way(AfterEnd(place), -1, -1), end.Order) : (Way.None, -1);
        var edges = lattice.At(place);
        for (var at = 0; at < edges.Length; at++)
        {
            ref readonly var edge = ref edges[at];
            var (first, after) = next.Taking(edge.Symbol);
            for (var number = first; number < after; number++)
            {
                ref readonly var step = ref next.Steps[number];
                var cost = Cost(step, edge);
                if (cost < best.Cost || (cost == best.Cost && cost < Impossible && step.Order < order))
                {
                    (best, order) = (new Way(cost, at, number), step.Order);
                }
            }
        }

        return best;
    }

    private int Cost(in NextStep step, in Edge edge) =>
        CostFrom(step.Target, edge.End) is var cost && cost < Impossible ? cost + Derivation.Cost(edge, step.Counts) : Impossible;

    private int AfterEnd(int place) =>
        rest?.CostFrom(rest.Start, place) ?? (place == lattice.Length ? 0 : Impossible);
}

/// <summary>The best that can be done from a place of a pattern at a place of the utterance.</summary>
/// <param name="Edge">By number among those of the place; -1 where the pattern ends.</param>
/// <param name="Step">By number among those of the node.</param>
internal readonly record struct Way(int Cost, int Edge, int Step)
{
    public static Way None { get; } = new(Ways.Impossible, -1, -1);
}
