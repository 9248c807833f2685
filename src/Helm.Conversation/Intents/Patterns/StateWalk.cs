namespace Helm.Conversation.Intents.Patterns;

/// <summary>Goes through an utterance along all its readings at once.</summary>
internal static class StateWalk
{
    /// <param name="reached">Told each state once for each place where it is reached, from the first place on.</param>
    public static void Over(Lattice lattice, LazyStates states, IReadOnlyList<int> starts, Action<int, LazyStates.State> reached)
    {
        var active = new List<LazyStates.State>?[lattice.Length + 1];
        foreach (var start in starts)
        {
            active[start] = [states.Start];
        }

        for (var place = 0; place <= lattice.Length; place++)
        {
            foreach (var state in active[place] ?? [])
            {
                reached(place, state);
                Step(lattice, states, state, place, active);
            }
        }
    }

    private static void Step(Lattice lattice, LazyStates states, LazyStates.State state, int place, List<LazyStates.State>?[] active)
    {
        var (symbol, next) = (Automaton.Node.NoSymbol, (LazyStates.State?)null);
        foreach (ref readonly var edge in lattice.At(place))
        {
            // Readings of one kind and several lengths stand side by side.
            if (edge.Symbol != symbol)
            {
                (symbol, next) = (edge.Symbol, states.Step(state, edge.Symbol));
            }

            if (next is not null && (active[edge.End] ??= []) is var there && !there.Contains(next))
            {
                there.Add(next);
            }
        }
    }
}
