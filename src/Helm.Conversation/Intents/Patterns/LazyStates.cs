using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Helm.Conversation.Intents.Patterns;

/// <summary>
/// The sets of nodes that an automaton can be in at once, made when they are first reached and kept: after a short
/// while a step is one look-up, however many patterns there are.
/// </summary>
internal sealed class LazyStates(Automaton automaton)
{
    /// <summary>Strange input could make new states without end; then the sets are dropped and made again.</summary>
    private const int MostStates = 20_000;

    private readonly ConcurrentDictionary<Key, State> _states = new();
    private readonly Lock _making = new();
    private State? _start;

    public State Start => _start ?? MakeStart();

    public State? Step(State state, int symbol)
    {
        if (!state.Next.TryGetValue(symbol, out var next))
        {
            next = Make(state, symbol);
            state.Next[symbol] = next;
        }

        return next;
    }

    private State MakeStart()
    {
        lock (_making)
        {
            return _start ??= Close([automaton.Root]);
        }
    }

    private State? Make(State state, int symbol)
    {
        var reached = new List<int>();
        foreach (var node in state.Nodes)
        {
            if (automaton.Nodes[node].Symbol == symbol)
            {
                reached.Add(automaton.Nodes[node].Targets[0]);
            }
        }

        if (reached.Count == 0)
        {
            return null;
        }

        lock (_making)
        {
            if (_states.Count >= MostStates)
            {
                _states.Clear();
                _start = null;
            }

            return Close(reached);
        }
    }

    private State Close(List<int> nodes)
    {
        var seen = new HashSet<int>(nodes);
        var todo = new Stack<int>(nodes);
        var (taking, accepting) = (new List<int>(), new List<int>());
        while (todo.TryPop(out var number))
        {
            var node = automaton.Nodes[number];
            if (node.Accepts >= 0)
            {
                accepting.Add(node.Accepts);
            }
            else if (node.Symbol != Automaton.Node.NoSymbol)
            {
                taking.Add(number);
            }
            else
            {
                foreach (var target in node.Targets.Where(seen.Add))
                {
                    todo.Push(target);
                }
            }
        }

        taking.Sort();
        accepting.Sort();
        var key = new Key([.. taking], [.. accepting]);

        return _states.GetOrAdd(key, made => new State(made.Nodes, made.Accepts));
    }

    internal sealed class State(int[] nodes, int[] accepts)
    {
        public int[] Nodes { get; } = nodes;

        /// <summary>The patterns that are complete here.</summary>
        public int[] Accepts { get; } = accepts;

        public ConcurrentDictionary<int, State?> Next { get; } = new(concurrencyLevel: 1, capacity: 5);
    }

    private readonly struct Key(int[] nodes, int[] accepts) : IEquatable<Key>
    {
        public int[] Nodes { get; } = nodes;

        public int[] Accepts { get; } = accepts;

        public bool Equals(Key other) =>
            Nodes.AsSpan().SequenceEqual(other.Nodes) && Accepts.AsSpan().SequenceEqual(other.Accepts);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(Nodes.AsSpan()));
            hash.AddBytes(MemoryMarshal.AsBytes(Accepts.AsSpan()));

            return hash.ToHashCode();
        }
    }
}
