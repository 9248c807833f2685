using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What the classes of words say in a sentence whose intent was guessed: the action, the mode, "this".</summary>
internal sealed class GuessedMarks
{
    private static readonly string[] Objects = ["issue_id", "ordinal", "resource", "domain", "environment"];

    private static readonly int ActionSymbol = SlotKinds.Symbol(SlotKinds.Action);

    private readonly PhraseClasses _phrases;
    private readonly ILookup<string, CompiledFrame> _frames;

    public GuessedMarks(LanguagePack pack, Normalizer normalizer, Lexicon lexicon)
    {
        _phrases = new PhraseClasses(pack.Frames, normalizer, lexicon);
        _frames = pack.Frames.Frames
            .Where(frame => frame.Sets.Count > 0)
            .Select(frame => new CompiledFrame(frame, pack, _phrases))
            .ToLookup(frame => frame.Intent.Name);
    }

    public void Apply(Recognised found, Lattice lattice)
    {
        var spans = _phrases.Find(lattice);
        foreach (var (slot, value) in Meant(found.Intent, spans, lattice)?.Sets ?? new Dictionary<string, object>())
        {
            found.Entities.TryAdd(slot, value);
        }

        foreach (var (slot, value) in Marks(spans, lattice.Length).Where(mark => found.Intent.Slots.ContainsKey(mark.Key)))
        {
            if (slot != "reference" || !Objects.Any(found.Entities.ContainsKey))
            {
                found.Entities.TryAdd(slot, value);
            }
        }
    }

    /// <summary>A frame that needs it for nothing may have passed over "for good".</summary>
    public void Permanent(Recognised found, Lattice lattice)
    {
        foreach (var (slot, value) in Marks(_phrases.Find(lattice), lattice.Length).Where(mark => mark.Value is true && mark.Key == "permanent" && found.Intent.Slots.ContainsKey(mark.Key)))
        {
            found.Entities.TryAdd(slot, value);
        }
    }

    /// <summary>Where a value would begin that is said not to be meant, "not prod", "instead of redis", or only looks like one.</summary>
    public HashSet<int> Denied(Lattice lattice)
    {
        var spans = _phrases.Find(lattice);
        var instead = _phrases.Number(FrameBook.Instead);

        return [.. Passed(spans, lattice.Length), .. Enumerable.Range(0, lattice.Length).SelectMany(spans.From).Where(span => span.Class == instead).Select(span => span.End)];
    }

    /// <summary>"Roll it back rather than restart it": the words that name an action which is not meant, start and end; null where there are none.</summary>
    public (int Start, int End)? DeniedAction(Lattice lattice)
    {
        var actions = Actions(lattice);
        if (actions.Count == 0)
        {
            return null;
        }

        var spans = _phrases.Find(lattice);
        var instead = _phrases.Number(FrameBook.Instead);

        return (from span in Enumerable.Range(0, lattice.Length).SelectMany(spans.From)
                where span.Class == instead
                from action in actions
                where action.Start == span.End
                orderby span.Start, action.End descending
                select ((int, int)?)(span.Start, PastReference(action.End, spans, lattice.Length))).FirstOrDefault();
    }

    private static List<Edge> Actions(Lattice lattice)
    {
        List<Edge> found = [];
        for (var place = 1; place < lattice.Length; place++)
        {
            foreach (ref readonly var edge in lattice.At(place))
            {
                if (edge.Symbol == ActionSymbol && edge.Cost == 0)
                {
                    found.Add(edge);
                }
            }
        }

        return found;
    }

    private int PastReference(int place, PhraseSpans spans, int length) => place >= length ? place
        : spans.From(place).Where(span => _phrases.MarksOf(span.Class).ContainsKey("reference")).Select(span => span.End).Append(place).Max();

    private HashSet<int> Passed(PhraseSpans spans, int length)
    {
        var passing = _phrases.Number(FrameBook.Passing);

        return [.. Enumerable.Range(0, length).SelectMany(spans.From).Where(span => span.Class == passing).SelectMany(span => Enumerable.Range(span.Start, span.End - span.Start))];
    }

    /// <summary>The frame that has most of what it needs; of a silence its first word at least.</summary>
    private CompiledFrame? Meant(IntentDefinition intent, PhraseSpans spans, Lattice lattice) =>
        _frames[intent.Name]
            .Where(frame => frame.IsPossible(spans, lattice) || (intent.Slots.ContainsKey(SlotKinds.Mode) && Has(frame.Needs[0], spans)))
            .OrderByDescending(frame => frame.IsPossible(spans, lattice))
            .ThenByDescending(frame => frame.Needs.Count(need => Has(need, spans)))
            .FirstOrDefault();

    private bool Has(FrameNeed need, PhraseSpans spans) => need.Classes.Any(name => spans.Has(_phrases.Number(name)));

    private IEnumerable<KeyValuePair<string, object>> Marks(PhraseSpans spans, int length)
    {
        var passed = Passed(spans, length);

        return Enumerable.Range(0, length).Where(place => !passed.Contains(place)).SelectMany(spans.From).SelectMany(span => _phrases.MarksOf(span.Class));
    }
}
