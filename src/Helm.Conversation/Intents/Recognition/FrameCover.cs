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
        var masks = frame.AllNeeds + 1;
        var costs = new int[(lattice.Length + 1) * masks];
        var steps = new Step[costs.Length];
        costs.AsSpan().Fill(Impossible);
        costs[0] = 0;
        for (var at = 0; at < lattice.Length * masks; at++)
        {
            if (costs[at] < Impossible)
            {
                var (place, mask) = (at / masks, at % masks);
                foreach (var step in Steps(frame, spans, lattice, place, strangers))
                {
                    var next = (step.End * masks) + (mask | step.Needs);
                    if (costs[at] + step.Cost < costs[next])
                    {
                        costs[next] = costs[at] + step.Cost;
                        steps[next] = step with { From = at };
                    }
                }
            }
        }

        return costs[^1] < Impossible ? Read(new FrameCover(frame, costs[^1]), steps) : null;
    }

    private static IEnumerable<Step> Steps(CompiledFrame frame, PhraseSpans spans, Lattice lattice, int place, bool strangers)
    {
        // A word that has a class but no place here speaks of something else; only what nobody knows may be left out.
        if (strangers && (frame.Loose || spans.From(place).Count == 0))
        {
            yield return new Step(0, place + 1, CompiledFrame.StrangerCost, 0, -1, null, default);
        }

        foreach (var span in spans.From(place))
        {
            if (frame.CostOf(span) is var cost and >= 0)
            {
                yield return new Step(0, span.End, cost, frame.NeedsOf(span), span.Class, null, default);
            }
        }

        foreach (var (span, end, cost) in Denied(frame, spans, lattice, place))
        {
            yield return new Step(0, end, cost, frame.NeedsOf(span), span.Class, "_", default);
        }

        foreach (var edge in lattice.From(place))
        {
            if (frame.ValueOf(edge) is { } value)
            {
                yield return new Step(0, edge.End, CompiledFrame.CostOf(edge), value.Needs, -1, value.Slot, edge);
            }
        }
    }

    /// <summary>"Not prod": read, and not meant.</summary>
    private static IEnumerable<(PhraseSpan Span, int End, int Cost)> Denied(CompiledFrame frame, PhraseSpans spans, Lattice lattice, int place) =>
        from span in spans.From(place)
        where frame.SaysNotThis(span.Class)
        from edge in lattice.From(span.End)
        where frame.ValueOf(edge) is not null
        select (span, edge.End, CompiledFrame.CostOf(edge));

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

    private readonly record struct Step(int From, int End, int Cost, int Needs, int Class, string? Slot, Edge Edge);
}
