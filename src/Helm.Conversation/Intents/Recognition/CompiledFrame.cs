using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>A frame with its names resolved: what each class and each kind of value is worth to it.</summary>
internal sealed class CompiledFrame
{
    /// <summary>What is needed, what may be there as well, and what says nothing.</summary>
    private const int NeededCost = 0;
    private const int ValueCost = 1;
    private const int MayCost = 2;
    private const int GlueCost = 3;
    public const int StrangerCost = 20;

    private const char Silent = '_';
    private static readonly int OrdinalSymbol = SlotKinds.Symbol(SlotKinds.Ordinal);
    private static readonly int NumberSymbol = SlotKinds.Symbol(SlotKinds.Number);

    private readonly int[] _costs;
    private readonly int[] _classNeeds;
    private readonly int _instead;
    private readonly bool _afterTurn;
    private readonly Dictionary<int, (string Slot, int Needs)> _values = [];
    private readonly FrameNeed[] _needs;
    private readonly (FrameNeed Need, int[] Classes)[] _needNumbers;

    public CompiledFrame(Frame frame, LanguagePack pack, PhraseClasses phrases)
    {
        Intent = pack.Intents.First(intent => intent.Name == frame.Intent);
        (Needs, Sets, Loose, Phrases) = (frame.Needs, frame.Sets, frame.Loose, phrases);
        _afterTurn = frame.AfterTurn;
        _needs = [.. frame.Needs];
        _needNumbers = [.. frame.Needs.Select(need => (need, need.Classes.Select(phrases.Number).ToArray()))];
        _costs = [.. Enumerable.Repeat(-1, phrases.Count)];
        _classNeeds = new int[phrases.Count];
        _instead = phrases.Number(FrameBook.Instead);
        Allow(FrameBook.Glue, GlueCost);
        foreach (var name in frame.May)
        {
            Allow(name, MayCost);
        }

        for (var need = 0; need < _needs.Length; need++)
        {
            foreach (var name in _needs[need].Classes)
            {
                Allow(name, NeededCost);
                _classNeeds[phrases.Number(name)] |= 1 << need;
            }
        }

        foreach (var kind in frame.Slots.Where(slot => slot[0] == Silent))
        {
            _values.TryAdd(SlotKinds.Symbol(kind[1..]), ("_", 0));
        }

        foreach (var slot in frame.Slots.Where(slot => slot[0] != Silent).Concat(_needs.SelectMany(need => need.Slots)).Distinct())
        {
            var needs = Enumerable.Range(0, _needs.Length).Where(need => _needs[need].Slots.Contains(slot)).Sum(need => 1 << need);
            _values.TryAdd(SlotKinds.Symbol(Intent.Slots[slot].Kind), (slot, needs));
        }
    }

    public IntentDefinition Intent { get; }

    public IReadOnlyList<FrameNeed> Needs { get; }

    public IReadOnlyDictionary<string, object> Sets { get; }

    public PhraseClasses Phrases { get; }

    /// <summary>Other words may be there too; it counts only where nothing else does.</summary>
    public bool Loose { get; }

    public int AllNeeds => (1 << _needs.Length) - 1;

    public bool Counts(Heard heard) =>
        heard.Counts(Intent) && (!_afterTurn || heard.Context.LastIntent is not null || heard.Context.Pending is not null);

    /// <summary>-1 where words of this class have no place; what says nothing has to be said as it stands.</summary>
    public int CostOf(PhraseSpan span) =>
        _costs[span.Class] switch
        {
            GlueCost => span.Cost < LatticeBuilder.SoundCost ? (GlueCost * (span.End - span.Start)) + span.Cost : -1,
            >= 0 and var cost => cost + span.Cost,
            _ => -1,
        };

    public int NeedsOf(PhraseSpan span) => _classNeeds[span.Class];

    public bool SaysNotThis(int number) => number >= 0 && number == _instead;

    /// <summary>Null where a value of this kind has no place; "one" is hardly ever a number in "the one".</summary>
    public (string Slot, int Needs)? ValueOf(Edge edge) =>
        edge.Value is not null && !(edge.Value is Missing && edge.Cost >= LatticeBuilder.SoundCost) && !(edge.Value is 1 && edge.Symbol == NumberSymbol) && _values.TryGetValue(edge.Symbol, out var value) ? value : null;

    /// <summary>"Last" is a place in a list where nothing else is meant by it.</summary>
    public static int CostOf(Edge edge) => (edge.Symbol == OrdinalSymbol ? GlueCost : ValueCost) + edge.Cost;

    /// <summary>Whether all that is needed is there at all; cheaper than to look for the best reading.</summary>
    public bool IsPossible(PhraseSpans spans, Lattice lattice)
    {
        foreach (var (need, classes) in _needNumbers)
        {
            if (!spans.HasAny(classes) && (need.Slots.Count == 0 || !HasValue(need, lattice)))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasValue(FrameNeed need, Lattice lattice)
    {
        for (var place = 0; place < lattice.Length; place++)
        {
            foreach (ref readonly var edge in lattice.At(place))
            {
                if (ValueOf(edge) is { } value && need.Slots.Contains(value.Slot))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Allow(string name, int cost)
    {
        var number = Phrases.Number(name);
        if (number >= 0)
        {
            _costs[number] = cost;
        }
    }
}
