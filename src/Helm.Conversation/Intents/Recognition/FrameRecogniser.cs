using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// Recognises what a sentence asks for by the words that meet in it, in whatever order, where no pattern claims it.
/// Every word must be accounted for: one that is none of ours is a sign of another matter.
/// </summary>
internal sealed class FrameRecogniser : IRecogniser
{
    private const int WordsForAStranger = 4;

    private readonly Matter _matter;
    private readonly PhraseClasses _phrases;
    private readonly IReadOnlyList<CompiledFrame> _frames;

    public FrameRecogniser(LanguagePack pack, Normalizer normalizer, Lexicon lexicon)
    {
        _matter = new Matter(pack.Words);
        _phrases = new PhraseClasses(pack.Frames, normalizer, lexicon);
        _frames = [.. pack.Frames.Frames.Select(frame => new CompiledFrame(frame, pack, _phrases))];
    }

    public const string Called = "frame";

    public string Name => Called;

    /// <summary>The same for words that were heard as others.</summary>
    public IRecogniser Sounded => new Variant(this, "frame by sound", Reach.Sounded, Asks, strangers: false);

    /// <summary>What counts where nothing else does.</summary>
    public IRecogniser LastResort => new Variant(this, "loose frame", Reach.Repaired, frame => frame.Loose, strangers: true);

    /// <summary>With a word or two left over, for a question that is surely about what runs here.</summary>
    public IRecogniser Sketched => new Variant(this, "sketched frame", Reach.Repaired, Asks, strangers: true);

    public Recognised? Recognise(Heard heard) =>
        _frames.Count == 0 || heard.Text.Tokens.Count == 0 ? null
            : Recognise(heard, Reach.Exact, frame => !frame.Loose, strangers: false) ?? Recognise(heard, Reach.Repaired, Asks, strangers: false);

    /// <summary>Words in any order are little to go by; put right as well, they are enough for a question only.</summary>
    private static bool Asks(CompiledFrame frame) => !frame.Loose && !frame.Intent.Changes && frame.Intent.Slots.Count > 0;

    private Recognised? Recognise(Heard heard, Reach reach, Func<CompiledFrame, bool> suits, bool strangers)
    {
        var lattice = heard.Lattice(reach);
        var spans = heard.Phrases(_phrases, lattice);
        if (!strangers && !spans.Cover(lattice))
        {
            return null;
        }

        var covers = Possible(heard, lattice, spans, suits, freely: reach != Reach.Exact)
            .Select(found => FrameCover.Find(found.Frame, spans, lattice, strangers && (found.Frame.Loose || found.Ours.Value)))
            .OfType<FrameCover>()
            .Where(cover => cover.Frame.Loose || cover.Strangers <= heard.Text.Tokens.Count / WordsForAStranger)
            .OrderBy(cover => cover.Cost)
            .ThenByDescending(cover => cover.Frame.Needs.Count)
            .ToList();

        return covers.Count == 0 ? null : Told(covers, lattice, heard);
    }

    /// <summary>What is not said as it stands is put right only in a sentence that is surely about what runs here.</summary>
    private IEnumerable<(CompiledFrame Frame, Lazy<bool> Ours)> Possible(
        Heard heard, Lattice lattice, PhraseSpans spans, Func<CompiledFrame, bool> suits, bool freely)
    {
        var ours = new Lazy<bool>(() => _matter.IsOurs(heard, lattice));
        var asked = _matter.IsAsked(heard);

        return _frames
            .Where(frame => suits(frame) && !(asked && frame.Intent.Commits) && frame.Counts(heard) && frame.IsPossible(spans, lattice))
            .Where(frame => frame.Loose || !freely || ours.Value)
            .Select(frame => (frame, ours));
    }

    private static Recognised? Told(List<FrameCover> best, Lattice lattice, Heard heard)
    {
        var (cover, intent) = (best[0], best[0].Frame.Intent);
        if (cover.Contradicts)
        {
            return null;
        }

        var second = best.FirstOrDefault(other => other.Frame.Intent != intent);
        var found = new Recognised(intent, Score(cover)) { RunnerUp = second is null ? null : (second.Frame.Intent.Name, Score(second)) };
        foreach (var (slot, value) in cover.Frame.Sets)
        {
            found.Entities[slot] = value;
        }

        foreach (var (slot, edge) in cover.Filled.OrderBy(filled => filled.Slot == SlotKinds.Environment ? 0 : 1))
        {
            EntityResolver.Fill(found, slot, edge, lattice, heard);
        }

        foreach (var (slot, value) in cover.Marks)
        {
            found.Entities.TryAdd(slot, value);
        }

        return intent.Slots.Any(slot => slot.Value.Required && !found.Entities.ContainsKey(slot.Key)) ? null : found;
    }

    private static double Score(FrameCover cover) => Math.Round(1 / (1 + (cover.Cost / 40.0)), 3);

    private sealed class Variant(FrameRecogniser frames, string name, Reach reach, Func<CompiledFrame, bool> suits, bool strangers) : IRecogniser
    {
        public string Name => name;

        /// <summary>Where no word was heard as another, the words put right have been looked at already.</summary>
        public Recognised? Recognise(Heard heard) =>
            frames._frames.Count == 0 || heard.Text.Tokens.Count == 0 || (reach == Reach.Sounded && heard.Lattice(reach) == heard.Lattice(Reach.Repaired))
                ? null
                : frames.Recognise(heard, reach, suits, strangers);
    }
}
