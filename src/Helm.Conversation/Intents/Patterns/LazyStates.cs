using System.Runtime.InteropServices;

namespace Helm.Conversation.Intents.Patterns;

/// <summary>
/// The sets of nodes that an automaton can be in at once, made when they are first reached and kept: after a short
/// while a step is one look-up, however many patterns there are.
/// </summary>
internal sealed class LazyStates(Automaton automaton)
{
    /// <summary>Strange input could make new states without end; then the sets are dropped and made again.</summary>
    private const int MostNodes = 2_000_000;

    private readonly Dictionary<Key, State> _states = [];
    private readonly Lock _making = new();
    private volatile State? _start;
    private int _kept;

    public Automaton Automaton => automaton;

    public State Start => _start ?? MakeStart();

    /// <summary>Null where no pattern goes on like this.</summary>
    public State? Step(State state, int symbol)
    {
        if (!automaton.Takes(symbol))
        {
            return null;
        }

        if (!state.Next.TryGet(symbol, out var next))
        {
            lock (_making)
            {
                next = Make(state, symbol);
                state.Next.Set(symbol, next);
            }
        }

        return next;
    }

    private State MakeStart()
    {
        lock (_making)
        {
            return _start ??= Close([automaton.Start]);
        }
    }

    private State? Make(State state, int symbol)
    {
        var reached = new List<int>();
        foreach (var number in state.Nodes)
        {
            if (automaton[number] is var node && node.Symbol == symbol)
            {
                reached.Add(node.Target);
            }
        }

        if (reached.Count == 0)
        {
            return null;
        }

        if (_kept >= MostNodes)
        {
            _states.Clear();
            (_start, _kept) = (null, 0);
        }

        return Close(reached);
    }

    private State Close(List<int> nodes)
    {
        var seen = new HashSet<int>(nodes);
        var todo = new Stack<int>(nodes);
        var (taking, accepting) = (new List<int>(), new List<int>());
        while (todo.TryPop(out var number))
        {
            var node = automaton[number];
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

        return Keep(new Key([.. taking], [.. accepting]));
    }

    private State Keep(Key key)
    {
        if (!_states.TryGetValue(key, out var state))
        {
            _states[key] = state = new State(key.Nodes, key.Accepts);
            _kept += key.Nodes.Length + key.Accepts.Length;
        }

        return state;
    }

    internal sealed class State(int[] nodes, int[] accepts)
    {
        public int[] Nodes { get; } = nodes;

        /// <summary>The patterns that are complete here.</summary>
        public int[] Accepts { get; } = accepts;

        public Transitions<State> Next { get; } = new();
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
