using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What was learned from a pack: a classifier, and the words that requests are made of.</summary>
internal sealed class LearnedPack
{
    private readonly Classifier _classifier;
    private readonly HashSet<string> _words;

    public LearnedPack(LanguagePack pack, Normalizer normalizer, Lexicon lexicon)
    {
        var samples = new TrainingSentences(pack, normalizer, new VocabularyIndex(pack, lexicon, Vocabulary.Empty)).All();
        _classifier = Classifier.Train(samples, new ClassifierOptions());
        _words = [.. samples.Where(sample => sample.Label is not null).SelectMany(sample => sample.Text.Split(' '))];
    }

    public Guess Classify(IReadOnlyList<string> words, Lattice lattice) => _classifier.Classify(SlotMask.Apply(words, lattice));

    /// <summary>
    /// A word that no request has and no name either is a matter that is none of Helm's, or a name misheard: leaving it
    /// out would widen the question to everything.
    /// </summary>
    public bool KnowsAll(IReadOnlyList<string> words, Lattice lattice)
    {
        var named = new bool[words.Count];
        foreach (var edge in Enumerable.Range(0, lattice.Length).SelectMany(lattice.From).Where(edge => edge.Value is not null))
        {
            named.AsSpan(edge.Start, edge.End - edge.Start).Fill(true);
        }

        return Enumerable.Range(0, words.Count).All(at => named[at] || _words.Contains(words[at]));
    }
}
