using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The cheapest way to account for every word of an utterance by one frame.</summary>
internal sealed class FrameCover
{
    private const int Impossible = int.MaxValue / 2;

    private static readonly string[] Objects = ["issue_id", "ordinal", "resource", "domain", "environment"];

    private FrameCover(CompiledFrame frame, int cost) => (Frame, Cost) = (frame, cost);

    public CompiledFrame Frame { get; }

    public int Cost { get; }

    /// <summary>The values in the order of the words.</summary>
    public List<(string Slot, Edge Edge)> Filled { get; } = [];

    /// <summary>Words that have no place.</summary>
    public int Strangers { get; private set; }

    /// <summary>What the classes of words say by being there.</summary>
    public Dictionary<string, object> Marks { get; } = [];

    /// <summary>Two values want one slot; only one can be meant, and which is not for us to say.</summary>
    public bool Contradicts { get; private set; }

    /// <summary>Null when some word has no place in it, or something is missing.</summary>
    /// <param name="strangers">Whether words may have no place.</param>
    public static FrameCover? Find(CompiledFrame frame, PhraseSpans spans, Lattice lattice, bool strangers)
    {
        var search = new Search(frame, lattice.Length);
        search.Run(spans, lattice, strangers);

        return search.Cost < Impossible ? Read(new FrameCover(frame, search.Cost), search.Steps) : null;
    }

    private static FrameCover Read(FrameCover cover, Step[] steps)
    {
        for (var at = steps.Length - 1; at > 0; at = steps[at].From)
        {
            var step = steps[at];
            if (step.Slot is { } slot)
            {
                if (slot != "_")
                {
                    cover.Fill(slot, step.Edge);
                }
            }
            else if (step.Class < 0)
            {
                cover.Strangers++;
            }
            else
            {
                cover.Mark(step.Class);
            }
        }

        // A pronoun beside a name is no reference: "tell me about it, is redis up".
        if (cover.Filled.Any(filled => Objects.Contains(filled.Slot)))
        {
            cover.Marks.Remove("reference");
        }

        return cover;
    }

    private void Fill(string slot, Edge edge)
    {
        var before = Filled.FindIndex(filled => filled.Slot == slot);
        if (before < 0)
        {
            Filled.Insert(0, (slot, edge));
        }
        else
        {
            Contradicts |= !Equals(Filled[before].Edge.Value, edge.Value);
        }
    }

    private void Mark(int number)
    {
        foreach (var (slot, value) in Frame.Phrases.MarksOf(number).Where(mark => Frame.Intent.Slots.ContainsKey(mark.Key)))
        {
            Marks.TryAdd(slot, value);
        }
    }

    /// <summary>The cheapest way to every word with every set of needs, from the first word on.</summary>
    private sealed class Search
    {
        private readonly CompiledFrame _frame;
        private readonly int _masks;
        private readonly int[] _costs;
        private int _at;

        public Search(CompiledFrame frame, int length)
        {
            _frame = frame;
            _masks = frame.AllNeeds + 1;
            _costs = new int[(length + 1) * _masks];
            Steps = new Step[_costs.Length];
            _costs.AsSpan().Fill(Impossible);
            _costs[0] = 0;
        }

        public Step[] Steps { get; }

        public int Cost => _costs[^1];

        public void Run(PhraseSpans spans, Lattice lattice, bool strangers)
        {
            for (_at = 0; _at < lattice.Length * _masks; _at++)
            {
                if (_costs[_at] < Impossible)
                {
                    var place = _at / _masks;
                    Leave(spans, place, strangers);
                    Say(spans, place);
                    Deny(spans, lattice, place);
                    if (!_frame.SaysNotThis(Steps[_at].Class))
                    {
                        Name(lattice, place);
                    }
                }
            }
        }

        /// <summary>A word that has a class but no place here speaks of something else; only what nobody knows may be left out.</summary>
        private void Leave(PhraseSpans spans, int place, bool strangers)
        {
            if (strangers && (_frame.Loose || spans.From(place).Count == 0))
            {
                Reach(new Step(0, place + 1, CompiledFrame.StrangerCost, 0, -1, null, default));
            }
        }

        private void Say(PhraseSpans spans, int place)
        {
            foreach (var span in spans.From(place))
            {
                if (_frame.CostOf(span) is var cost and >= 0)
                {
                    Reach(new Step(0, span.End, cost, _frame.NeedsOf(span), span.Class, null, default));
                }
            }
        }

        /// <summary>"Not prod": read, and not meant.</summary>
        private void Deny(PhraseSpans spans, Lattice lattice, int place)
        {
            foreach (var span in spans.From(place))
            {
                if (!_frame.SaysNotThis(span.Class))
                {
                    continue;
                }

                foreach (var edge in lattice.From(span.End))
                {
                    if (_frame.ValueOf(edge) is not null)
                    {
                        Reach(new Step(0, edge.End, CompiledFrame.CostOf(edge), _frame.NeedsOf(span), span.Class, "_", default));
                    }
                }
            }
        }

        private void Name(Lattice lattice, int place)
        {
            foreach (var edge in lattice.From(place))
            {
                if (_frame.ValueOf(edge) is { } value)
                {
                    Reach(new Step(0, edge.End, CompiledFrame.CostOf(edge), value.Needs, -1, value.Slot, edge));
                }
            }
        }

        private void Reach(Step step)
        {
            var next = (step.End * _masks) + ((_at % _masks) | step.Needs);
            if (_costs[_at] + step.Cost < _costs[next])
            {
                _costs[next] = _costs[_at] + step.Cost;
                Steps[next] = step with { From = _at };
            }
        }
    }

    private readonly record struct Step(int From, int End, int Cost, int Needs, int Class, string? Slot, Edge Edge);
}
