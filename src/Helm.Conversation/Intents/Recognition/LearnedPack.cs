using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What was learned from a pack: which intent, and which words fill the slots that no list can name.</summary>
internal sealed class LearnedPack
{
    private const float SurelyOutside = 0.98f;
    private const float RatherName = 0.82f;

    private readonly WordStock _stock;
    private readonly LearnedModels _models;

    public LearnedPack(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, ModelFolder models)
    {
        var lessons = new Lessons(pack, normalizer, lexicon);
        (_stock, _models) = (lessons.Stock, models.Get(lessons.All, lessons.Learn));
    }

    /// <summary>The words as they stand.</summary>
    public LearnedReading Read(Tokens tokens, Lattice lattice) => Read(SlotMask.Pieces(tokens.Words, lattice));

    /// <summary>With words put right; null where there is nothing to put right.</summary>
    public LearnedReading? ReadMended(Heard heard, Lattice lattice) =>
        Mending.Pieces(heard, lattice, word => _stock.IsOfRequests(word) || _stock.IsOfOtherMatters(word)) is { } pieces ? Read(pieces) : null;

    private LearnedReading Read(List<SlotMask.Piece> pieces)
    {
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
            Slots = [.. Meant(reading, guess.Label, label, chunks).Select(chunk => new TaggedSlot(chunk.Slot, pieces[chunk.Start].Start, pieces[chunk.End - 1].End))],
            Answer = new(() => _models.Answers?.Classify(masked)),
            Saying = new(() => _models.Sayings.GetValueOrDefault(guess.Label)?.Classify(masked)),
            Strange = strange.Count(at => SlotAt(chunks, at) is null),
            Unplaced = strange.Where(at => SlotAt(chunks, at) is null).Select(at => pieces[at].Text).FirstOrDefault(word => !_stock.IsOfOtherMatters(word)),
            OtherTalk = (float)Math.Exp(reading.LogChance(IntentNames.OutOfScope) ?? double.NegativeInfinity),
            OtherMatters = strange.Where(at => SlotAt(chunks, at) is not { } slot || SlotMask.Masks(slot)).Select(at => _stock.OfOtherMatters(pieces[at].Text)).DefaultIfEmpty().Max(),
            NamesOthers = strange.Exists(at => SlotAt(chunks, at) is { } slot && SlotMask.Masks(slot) && _stock.IsOfOtherMatters(pieces[at].Text)),
            MayBeName = strange.Where(at => SlotAt(chunks, at) is null).Select(at => Math.Clamp((SurelyOutside - outside[at]) / (SurelyOutside - RatherName), 0, 1)).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>The places of the intent that was guessed, where the tagger took it for another.</summary>
    private static List<Chunk> Meant(TagReading reading, string guessed, string label, List<Chunk> chunks) =>
        guessed == label ? chunks : Chunk.Of(reading.Tags(guessed));

    private static string? SlotAt(List<Chunk> chunks, int at) => chunks.Find(chunk => chunk.Start <= at && at < chunk.End).Slot;

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
