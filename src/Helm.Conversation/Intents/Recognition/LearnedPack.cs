using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What was learned from a pack: which intent, and which words fill the slots that no list can name.</summary>
internal sealed class LearnedPack
{
    /// <summary>Enough for sentences that patterns make; more only takes time.</summary>
    private static readonly TaggerOptions Options = new() { Rounds = 4 };

    private const float SurelyOutside = 0.9f;

    private readonly WordStock _stock;
    private readonly LearnedModels _models;

    public LearnedPack(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, ModelFolder models)
    {
        var sentences = new TrainingSentences(pack, normalizer, new VocabularyIndex(pack, lexicon, Vocabulary.Empty));
        var samples = sentences.All();
        var answers = sentences.Answers();
        _stock = new WordStock([.. samples, .. answers.Where(answer => answer.Label is not null)], pack.Words.Everyday);
        _models = models.Get([.. samples, .. answers], () => new LearnedModels(
            Classifier.Train(samples, new ClassifierOptions()),
            Tagger.Train(new TaggingSentences(pack.Intents, _stock).From(samples), Options),
            answers.Exists(answer => answer.Label is not null) ? Classifier.Train(answers, new ClassifierOptions()) : null));
    }

    public LearnedReading Read(Tokens tokens, Lattice lattice)
    {
        var pieces = SlotMask.Pieces(tokens.Words, lattice);
        string[] seen = [.. pieces.Select(piece => _stock.Seen(piece.Text))];
        var reading = _models.Tagger.Read(seen);
        var label = reading.Likeliest ?? IntentNames.OutOfScope;
        var chunks = Chunk.Of(reading.Tags(label));
        var outside = reading.Outside(label);
        var masked = Masked(pieces, chunks);
        var guess = _models.Classifier.Classify(masked);
        var strange = Enumerable.Range(0, pieces.Count).Where(at => !_stock.IsOfRequests(pieces[at].Text)).ToList();

        return new LearnedReading(guess, label, reading.LogChance(label) ?? double.NegativeInfinity)
        {
            Slots = [.. chunks.Select(chunk => new TaggedSlot(chunk.Slot, pieces[chunk.Start].Start, pieces[chunk.End - 1].End))],
            Answer = _models.Answers?.Classify(masked),
            Strange = strange.Count(at => !chunks.Exists(chunk => chunk.Start <= at && at < chunk.End)),
            MayBeOtherMatter = strange.Exists(at => IsOtherMatter(pieces[at].Text, chunks.Find(chunk => chunk.Start <= at && at < chunk.End).Slot, outside[at])),
        };
    }

    /// <summary>
    /// A word that no request has and no name either is a matter that is none of Helm's, or a name misheard: leaving it
    /// out would widen the question to everything. Only where no name can stand it is left out, and free text has any words.
    /// </summary>
    private bool IsOtherMatter(string word, string? slot, float outside) =>
        slot is null ? _stock.IsOfOtherMatters(word) || outside < SurelyOutside
        : SlotMask.Masks(slot) && _stock.IsOfOtherMatters(word);

    /// <summary>The classifier sees a name where the tagger found one.</summary>
    private static string Masked(List<SlotMask.Piece> pieces, List<Chunk> chunks)
    {
        var words = new List<string>();
        for (var at = 0; at < pieces.Count; at++)
        {
            var chunk = chunks.Find(chunk => chunk.Start <= at && at < chunk.End);
            if (chunk.Slot is null)
            {
                words.Add(pieces[at].Text);
            }
            else if (chunk.Start == at)
            {
                words.Add(SlotMask.Word(SlotMask.Masks(chunk.Slot) ? chunk.Slot : SlotKinds.Text));
            }
        }

        return string.Join(' ', words);
    }
}
