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
        var reading = _models.Tagger.Read(pieces.ConvertAll(piece => _stock.Seen(piece.Text)));
        var label = reading.Likeliest ?? IntentNames.OutOfScope;
        var chunks = Chunk.Of(reading.Tags(label));
        var masked = Masked(pieces, chunks);
        var guess = _models.Classifier.Classify(masked);

        return new LearnedReading(guess, label, reading.LogChance(label) ?? double.NegativeInfinity)
        {
            Slots = [.. Meant(reading, guess.Label, label, chunks).Select(chunk => new TaggedSlot(chunk.Slot, pieces[chunk.Start].Start, pieces[chunk.End - 1].End))],
            Answer = new(() => _models.Answers?.Classify(masked)),
            Saying = new(() => _models.Sayings.GetValueOrDefault(guess.Label)?.Classify(masked)),
            OtherTalk = (float)Math.Exp(reading.LogChance(IntentNames.OutOfScope) ?? double.NegativeInfinity),
            Strangers = Strangers(pieces, chunks, reading, label),
        };
    }

    private StrangeWords Strangers(List<SlotMask.Piece> pieces, List<Chunk> chunks, TagReading reading, string label)
    {
        var (found, outside) = (default(StrangeWords), (float[]?)null);
        for (var at = 0; at < pieces.Count; at++)
        {
            if (!_stock.IsOfRequests(pieces[at].Text))
            {
                var slot = SlotAt(chunks, at);
                var inside = slot is null ? (SurelyOutside - (outside ??= reading.Outside(label))[at]) / (SurelyOutside - RatherName) : 0;
                found.Add(pieces[at].Text, slot, _stock.OfOtherMatters(pieces[at].Text), Math.Clamp(inside, 0, 1));
            }
        }

        return found;
    }

    /// <summary>The places of the intent that was guessed, where the tagger took it for another.</summary>
    private static List<Chunk> Meant(TagReading reading, string guessed, string label, List<Chunk> chunks) =>
        guessed == label ? chunks : Chunk.Of(reading.Tags(guessed));

    private static string? SlotAt(List<Chunk> chunks, int at) => chunks.Count == 0 ? null : chunks.Find(chunk => chunk.Start <= at && at < chunk.End).Slot;

    /// <summary>The classifier sees a name where the tagger found one.</summary>
    private static string Masked(List<SlotMask.Piece> pieces, List<Chunk> chunks)
    {
        var words = new List<string>(pieces.Count);
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
