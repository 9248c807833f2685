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
    private readonly CompiledFrame[] _strict;
    private readonly CompiledFrame[] _asking;
    private readonly CompiledFrame[] _loose;

    public FrameRecogniser(LanguagePack pack, Normalizer normalizer, Lexicon lexicon)
    {
        _matter = new Matter(pack.Words);
        _phrases = new PhraseClasses(pack.Frames, normalizer, lexicon);
        CompiledFrame[] frames = [.. pack.Frames.Frames.Select(frame => new CompiledFrame(frame, pack, _phrases))];
        (_strict, _asking, _loose) = ([.. frames.Where(frame => !frame.Loose)], [.. frames.Where(Asks)], [.. frames.Where(frame => frame.Loose)]);
    }

    public const string Called = "frame";

    public string Name => Called;

    /// <summary>The same for words that were heard as others.</summary>
    public IRecogniser Sounded => new Variant(this, "frame by sound", Reach.Sounded, _asking, strangers: false);

    /// <summary>What counts where nothing else does.</summary>
    public IRecogniser LastResort => new Variant(this, "loose frame", Reach.Repaired, _loose, strangers: true);

    /// <summary>With a word or two left over, for a question that is surely about what runs here.</summary>
    public IRecogniser Sketched => new Variant(this, "sketched frame", Reach.Repaired, _asking, strangers: true);

    public Recognised? Recognise(Heard heard) =>
        heard.Text.Tokens.Count == 0 ? null
            : Recognise(heard, Reach.Exact, _strict, strangers: false) ?? Recognise(heard, Reach.Repaired, _asking, strangers: false);

    /// <summary>Words in any order are little to go by; put right as well, they are enough for a question only.</summary>
    private static bool Asks(CompiledFrame frame) => !frame.Loose && !frame.Intent.Changes && frame.Intent.Slots.Count > 0;

    private Recognised? Recognise(Heard heard, Reach reach, CompiledFrame[] frames, bool strangers)
    {
        if (frames.Length == 0)
        {
            return null;
        }

        var lattice = heard.Lattice(reach);
        var spans = heard.Phrases(_phrases, lattice);
        if (!strangers && !spans.Cover(lattice))
        {
            return null;
        }

        var covers = Covers(heard, lattice, spans, frames, freely: reach != Reach.Exact, strangers);

        return covers.Count == 0 ? null : Told([.. covers.OrderBy(cover => cover.Cost).ThenByDescending(cover => cover.Frame.Needs.Count)], lattice, heard);
    }

    /// <summary>What is not said as it stands is put right only in a sentence that is surely about what runs here.</summary>
    private List<FrameCover> Covers(Heard heard, Lattice lattice, PhraseSpans spans, CompiledFrame[] frames, bool freely, bool strangers)
    {
        var covers = new List<FrameCover>();
        var (asked, ours) = (_matter.IsAsked(heard), (bool?)null);
        foreach (var frame in frames)
        {
            if (!Suits(frame, heard, asked) || !frame.IsPossible(spans, lattice))
            {
                continue;
            }

            var free = frame.Loose || (ours ??= _matter.IsOurs(heard, lattice));
            if ((free || !freely) && FrameCover.Find(frame, spans, lattice, strangers && free) is { } cover)
            {
                covers.Add(cover);
            }
        }

        covers.RemoveAll(cover => !cover.Frame.Loose && cover.Strangers > heard.Text.Tokens.Count / WordsForAStranger);

        return covers;
    }

    private static bool Suits(CompiledFrame frame, Heard heard, bool asked) => !(asked && frame.Intent.Commits) && frame.Counts(heard);

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

    private sealed class Variant(FrameRecogniser frames, string name, Reach reach, CompiledFrame[] suiting, bool strangers) : IRecogniser
    {
        public string Name => name;

        /// <summary>Where no word was heard as another, the words put right have been looked at already.</summary>
        public Recognised? Recognise(Heard heard) =>
            heard.Text.Tokens.Count == 0 || (reach == Reach.Sounded && heard.Lattice(reach) == heard.Lattice(Reach.Repaired))
                ? null
                : frames.Recognise(heard, reach, suiting, strangers);
    }
}
