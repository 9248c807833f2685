namespace Helm.Conversation.Intents.Patterns;

/// <summary>Where the symbols lead from a state. Read by many threads without a lock; written by one at a time.</summary>
internal sealed class Transitions<TState>
    where TState : class
{
    private volatile Slots _slots = new(4);
    private int _count;

    /// <summary>False when the symbol has not been seen here; true with null when it leads nowhere.</summary>
    public bool TryGet(int symbol, out TState? state)
    {
        var slots = _slots;
        var place = slots.Find(symbol);
        state = place >= 0 ? slots.States[place] : null;

        return place >= 0;
    }

    /// <summary>The caller holds a lock.</summary>
    public void Set(int symbol, TState? state)
    {
        if (_slots.Find(symbol) >= 0)
        {
            return;
        }

        if (++_count * 2 > _slots.States.Length)
        {
            _slots = _slots.Doubled();
        }

        _slots.Put(symbol, state);
    }

    private sealed class Slots(int size)
    {
        /// <summary>Symbols of values are below zero, and an empty place holds 0.</summary>
        private const int Above = 1000;

        private readonly int[] _symbols = new int[size];

        public TState?[] States { get; } = new TState?[size];

        public int Find(int symbol)
        {
            for (var at = First(symbol); Volatile.Read(ref _symbols[at]) is var found && found != 0; at = (at + 1) & (size - 1))
            {
                if (found == symbol + Above)
                {
                    return at;
                }
            }

            return -1;
        }

        /// <summary>The state before the symbol: who finds the symbol finds the state.</summary>
        public void Put(int symbol, TState? state)
        {
            var at = First(symbol);
            while (_symbols[at] != 0)
            {
                at = (at + 1) & (size - 1);
            }

            States[at] = state;
            Volatile.Write(ref _symbols[at], symbol + Above);
        }

        public Slots Doubled()
        {
            var doubled = new Slots(size * 2);
            for (var at = 0; at < size; at++)
            {
                if (_symbols[at] != 0)
                {
                    doubled.Put(_symbols[at] - Above, States[at]);
                }
            }

            return doubled;
        }

        private int First(int symbol) => (int)((uint)symbol * 2654435769u >> 12) & (size - 1);
    }
}
