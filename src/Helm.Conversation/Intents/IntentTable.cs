using System.Runtime.CompilerServices;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Recognition;
using Helm.Conversation.Intents.Slash;
using Helm.Conversation.Intents.Spoken;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents;

/// <summary>The intents of one language: understands utterances and says what can be said. Safe for many threads.</summary>
public sealed class IntentTable
{
    private readonly LanguagePack _pack;
    private readonly Lexicon _lexicon = new();
    private readonly Normalizer _normalizer;
    private readonly IReadOnlyList<IRecogniser> _recognisers;
    private readonly ConditionalWeakTable<Vocabulary, VocabularyIndex> _indices = [];

    private IntentTable(LanguagePack pack)
    {
        _pack = pack;
        _normalizer = new Normalizer(pack.Words);
        var patterns = new PatternRecogniser(pack, _lexicon);
        _recognisers =
        [
            new SlashRecogniser(pack, new SlotReader(pack, _normalizer, patterns)),
            new ExactRecogniser(pack, _normalizer),
            patterns,
        ];
    }

    public IReadOnlyList<IntentDefinition> Intents => _pack.Intents;

    /// <param name="folder">Of one language: <c>intents/en</c>.</param>
    /// <exception cref="PackException">With every error of the pack by file and line.</exception>
    public static IntentTable Load(string folder) => new(PackReader.Read(folder));

    public IntentDefinition? Find(string intent) => _pack.Intents.FirstOrDefault(known => known.Name == intent);

    public IntentMatch Match(string text, Vocabulary vocabulary, TurnContext context) =>
        Explain(text, vocabulary, context).Match;

    public Explanation Explain(string text, Vocabulary vocabulary, TurnContext context)
    {
        if (_normalizer.Normalize(text) is not { } normal)
        {
            return new Explanation(IntentMatch.OutOfScope, "", [], null, 0);
        }

        var heard = new Heard(text, normal, Index(vocabulary), context);
        var words = string.Join(' ', normal.Tokens.Words);
        foreach (var recogniser in _recognisers)
        {
            if (recogniser.Recognise(heard) is { } found)
            {
                return new Explanation(Told(found, recogniser), words, found.Filled, found.RunnerUp?.Intent, found.RunnerUp?.Score ?? 0);
            }
        }

        return new Explanation(IntentMatch.OutOfScope, words, [], null, 0);
    }

    /// <summary>For the grammars of the speech recogniser.</summary>
    public SpokenLanguage Spoken(Vocabulary vocabulary) => SpokenForms.Of(_pack, Index(vocabulary));

    private VocabularyIndex Index(Vocabulary vocabulary) =>
        _indices.GetValue(vocabulary, known => new VocabularyIndex(_pack, _lexicon, known));

    private static IntentMatch Told(Recognised found, IRecogniser recogniser) =>
        new()
        {
            Intent = found.Intent.Name,
            Entities = found.Entities,
            Unresolved = found.Unresolved,
            Score = found.Score,
            Recogniser = recogniser.Name,
        };
}
