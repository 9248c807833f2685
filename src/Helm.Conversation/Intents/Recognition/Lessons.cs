using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What there is to learn in a pack, and the learning of it.</summary>
internal sealed class Lessons
{
    /// <summary>Enough for sentences that patterns make; more only takes time.</summary>
    private static readonly TaggerOptions TaggerOptions = new() { Rounds = 4 };

    private static readonly ClassifierOptions Options = new();

    private readonly IReadOnlyList<IntentDefinition> _intents;
    private readonly List<Sample> _requests;
    private readonly List<Sample> _answers;
    private readonly Dictionary<string, List<Sample>> _sayings;

    public Lessons(LanguagePack pack, Normalizer normalizer, Lexicon lexicon)
    {
        var sentences = new TrainingSentences(pack, normalizer, new VocabularyIndex(pack, lexicon, Named(pack)));
        _intents = pack.Intents;
        (_requests, _answers, _sayings) = (sentences.All(), sentences.Answers(), sentences.Sayings());
        Stock = new WordStock([.. _requests, .. _answers.Where(answer => answer.Label is not null)], pack.Words.Everyday);
    }

    public WordStock Stock { get; }

    /// <summary>Everything that is learned from.</summary>
    public IReadOnlyList<Sample> All => [.. _requests, .. _answers, .. _sayings.Values.SelectMany(told => told)];

    /// <summary>The tagger takes as long as all classifiers together, so that it is trained beside them.</summary>
    public LearnedModels Learn()
    {
        Tagger? tagger = null;
        Classifier? requests = null;
        Classifier? answers = null;
        Dictionary<string, Classifier> sayings = [];
        Parallel.Invoke(
            () => tagger = Tagger.Train(new TaggingSentences(_intents, Stock).From(_requests), TaggerOptions),
            () =>
            {
                requests = Classifier.Train(_requests, Options);
                answers = _answers.Exists(answer => answer.Label is not null) ? Classifier.Train(_answers, Options) : null;
                sayings = _sayings.ToDictionary(told => told.Key, told => Classifier.Train(told.Value, Options));
            });

        return new LearnedModels(requests!, tagger!, answers, sayings);
    }

    /// <summary>What the sentences call resources are those that the examples and the list of names have.</summary>
    public static Vocabulary Named(LanguagePack pack) => new()
    {
        Resources =
        [
            .. pack.Intents.SelectMany(intent => intent.Examples)
                .Select(example => example.Entities.GetValueOrDefault(SlotKinds.Resource))
                .OfType<string>()
                .Concat(pack.Names.Where(group => group.Kind == SlotKinds.Resource).Select(group => group.Canonical))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(name => new ResourceName(name)),
        ],
    };
}
