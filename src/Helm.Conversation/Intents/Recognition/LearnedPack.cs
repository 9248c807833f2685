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

    public LearnedPack(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, ModelFolder models)
    {
        var samples = new TrainingSentences(pack, normalizer, new VocabularyIndex(pack, lexicon, Vocabulary.Empty)).All();
        _classifier = models.Get(samples, () => Classifier.Train(samples, new ClassifierOptions()));
        _words = [.. samples.Where(sample => sample.Label is not null).SelectMany(sample => sample.Text.Split(' '))];
    }

    public Guess Classify(IReadOnlyList<string> words, Lattice lattice) => _classifier.Classify(SlotMask.Apply(words, lattice));

    /// <summary>
    /// A word that no request has and no name either is a matter that is none of Helm's, or a name misheard: leaving it
    /// out would widen the question to everything.
    /// </summary>
    public bool KnowsAll(IReadOnlyList<string> words, Lattice lattice)
    {
        for (var at = 0; at < words.Count;)
        {
            var named = Named(lattice, at);
            if (named == at && !_words.Contains(words[at]) && !IsInsideName(lattice, at))
            {
                return false;
            }

            at = Math.Max(named, at + 1);
        }

        return true;
    }

    /// <summary>Where the longest name that starts here ends; here where none starts.</summary>
    private static int Named(Lattice lattice, int place)
    {
        var end = place;
        foreach (ref readonly var edge in lattice.At(place))
        {
            end = edge.Value is null ? end : Math.Max(end, edge.End);
        }

        return end;
    }

    private static bool IsInsideName(Lattice lattice, int place)
    {
        for (var start = 0; start < place; start++)
        {
            if (Named(lattice, start) > place)
            {
                return true;
            }
        }

        return false;
    }
}
