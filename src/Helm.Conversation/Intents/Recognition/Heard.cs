using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>An utterance with all that is needed to understand it.</summary>
internal sealed record Heard(string Raw, NormalText Text, VocabularyIndex Index, TurnContext Context, LatticeBuilder Lattices)
{
    private (NormalText Text, Lattice?[] Lattices) _read = (Text, new Lattice?[4]);

    private readonly Dictionary<Lattice, PhraseSpans> _phrases = [];

    private (NormalText Text, LearnedReading? Reading) _learned;

    public bool Counts(IntentDefinition intent) =>
        intent.Applies switch
        {
            Applies.WhilePending => Context.Pending is not null,
            Applies.AsFollowUp => Context.LastIntent is not null || Context.Pending is not null,
            _ => true,
        };

    /// <summary>Made once for all recognisers. The repaired is the exact where there is nothing to repair, and the sounded the repaired where nothing sounds like another word.</summary>
    public Lattice Lattice(Reach reach)
    {
        // A copy of this record may have been given another text.
        if (!ReferenceEquals(_read.Text, Text))
        {
            _read = (Text, new Lattice?[4]);
        }

        return _read.Lattices[(int)reach] ??= reach switch
        {
            Reach.Exact => Lattices.Build(Text.Tokens, Index, Reach.Exact),
            Reach.Sounded => Lattices.Extend(Lattice(Reach.Repaired), Text.Tokens, Index, reach),
            _ => Lattices.Extend(Lattice(Reach.Exact), Text.Tokens, Index, reach),
        };
    }

    /// <summary>What was learned makes of it: several recognisers ask for that.</summary>
    public LearnedReading Learned(Func<Heard, LearnedReading> read)
    {
        if (!ReferenceEquals(_learned.Text, Text) || _learned.Reading is null)
        {
            _learned = (Text, read(this));
        }

        return _learned.Reading!;
    }

    /// <summary>Found once for each lattice.</summary>
    public PhraseSpans Phrases(PhraseClasses classes, Lattice lattice)
    {
        if (!_phrases.TryGetValue(lattice, out var spans))
        {
            _phrases[lattice] = spans = classes.Find(lattice);
        }

        return spans;
    }
}
