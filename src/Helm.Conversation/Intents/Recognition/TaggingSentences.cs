using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// What the tagger learns from: the classifier's sentences, in which now and then a name that nobody knows stands in the
/// place of a known one, and free text where text goes. Strange words all look alike, so that it learns their places and
/// no lists.
/// </summary>
internal sealed class TaggingSentences(IReadOnlyList<IntentDefinition> intents, WordStock stock)
{
    private const double StrangeNames = 0.5;
    private const double StrangeWords = 0.015;
    private const double StrangeTalk = 0.5;
    private const double StrangeText = 0.4;
    private const int LongestText = 4;

    /// <summary>Of the kinds of names that may be said in a question and not exist.</summary>
    private static readonly string[] Names = [SlotKinds.Resource, SlotKinds.Environment];

    /// <summary>Of each sentence its own, so that one sentence more changes nothing about the others.</summary>
    private Random _random = new(0);

    public List<TaggedSentence> From(IReadOnlyList<Sample> samples) =>
        [.. samples.SelectMany(From)];

    private IEnumerable<TaggedSentence> From(Sample sample)
    {
        _random = new Random(Seed(sample.Text));

        return intents.FirstOrDefault(intent => intent.Name == sample.Label) is { } intent ? [Request(sample, intent)] : Talk(sample);
    }

    /// <summary>FNV-1a, the same in every process.</summary>
    private static int Seed(string text) => (int)text.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);

    private IEnumerable<TaggedSentence> Talk(Sample sample)
    {
        var words = sample.Text.Split(' ');
        string[] tags = [.. words.Select(_ => Chunk.Outside)];

        return
        [
            new TaggedSentence(IntentNames.OutOfScope, words, tags),
            new TaggedSentence(IntentNames.OutOfScope, [.. words.Select(word => stock.IsOfRequests(word) || !Chance(StrangeTalk) ? word : WordStock.Strange)], tags),
        ];
    }

    private TaggedSentence Request(Sample sample, IntentDefinition intent)
    {
        var (words, tags) = (new List<string>(), new List<string>());
        foreach (var word in sample.Text.Split(' '))
        {
            var slot = OpenSlot(intent, word);
            var said = slot is null ? (string[])[Chance(StrangeWords) ? WordStock.Strange : word] : Filler(word);
            tags.AddRange(said.Select((_, at) => slot is null ? Chunk.Outside : (at == 0 ? Chunk.Begins : Chunk.GoesOn) + slot));
            words.AddRange(said);
        }

        return new TaggedSentence(intent.Name, words, tags);
    }

    /// <summary>The slot that words in the place of this mask fill, if it is one for the tagger in this sentence.</summary>
    private string? OpenSlot(IntentDefinition intent, string word)
    {
        var kind = word == SlotMask.Word(SlotKinds.Text) ? SlotKinds.Text
            : Array.Find(Names, name => word == SlotMask.Word(name)) is { } name && Chance(StrangeNames) ? name
            : null;

        return kind is null ? null : intent.Slots.Where(slot => slot.Value.Kind == kind).Select(slot => slot.Key).FirstOrDefault();
    }

    private string[] Filler(string mask) =>
        mask == SlotMask.Word(SlotKinds.Text)
            ? [.. Enumerable.Range(0, 1 + _random.Next(LongestText)).Select(_ => Chance(StrangeText) ? WordStock.Strange : stock.Pick(_random))]
            : _random.Next(8) switch
            {
                0 or 1 => [WordStock.Strange, WordStock.Strange],
                2 => [stock.Pick(_random), WordStock.Strange],
                _ => [WordStock.Strange],
            };

    private bool Chance(double share) => _random.NextDouble() < share;
}
