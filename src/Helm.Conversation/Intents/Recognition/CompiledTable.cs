using System.Runtime.CompilerServices;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Spoken;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>A language pack made ready; never changes, so many threads may use it.</summary>
internal sealed class CompiledTable
{
    private readonly Lexicon _lexicon = new();
    private readonly Normalizer _normalizer;
    private readonly Recognisers _recognisers;
    private readonly LatticeBuilder _lattices;
    private readonly PatternRecogniser _patterns;
    private readonly StatisticalRecogniser _guesses;
    private readonly SpokenExamples _spoken;
    private readonly Reasons _reasons;
    private readonly ConditionalWeakTable<Vocabulary, VocabularyIndex> _indices = [];

    public CompiledTable(LanguagePack pack, ModelFolder models)
    {
        Pack = pack;
        _normalizer = new Normalizer(pack.Words);
        _lattices = new LatticeBuilder(pack.Words);
        _spoken = new SpokenExamples(pack, _normalizer, _lexicon);
        _reasons = new Reasons(pack.Words);
        _patterns = new PatternRecogniser(pack, _lexicon);
        _guesses = new StatisticalRecogniser(pack, _normalizer, _lexicon, models);
        _recognisers = new Recognisers(pack, _normalizer, _lexicon, _patterns, _guesses);
    }

    public LanguagePack Pack { get; }

    /// <summary>What is no request as a whole may be one with its reason.</summary>
    public Explanation Explain(string text, Vocabulary vocabulary, TurnContext context)
    {
        var whole = Read(text, vocabulary, context);

        return whole.Match.Intent == IntentNames.OutOfScope && context.Pending is null && _reasons.Request(whole.Words) is { } request
            && Read(request, vocabulary, context) is var reasoned && !SpokenMeanings.IsTalk(reasoned.Match.Intent) ? reasoned with { Words = whole.Words } : whole;
    }

    private Explanation Read(string text, Vocabulary vocabulary, TurnContext context)
    {
        if (_normalizer.Normalize(text) is not { } normal)
        {
            return new Explanation(IntentMatch.OutOfScope, "", [], null, 0);
        }

        var heard = new Heard(text, normal, Index(vocabulary), context, _lattices);
        if (_recognisers.Recognise(heard) is not var (found, by))
        {
            return new Explanation(IntentMatch.OutOfScope, normal.Plain, [], null, 0);
        }

        var match = FollowUps.Apply(found.Told(by), Pack.Intents, context);

        return new Explanation(match, normal.Plain, found.Filled, found.RunnerUp?.Intent, found.RunnerUp?.Score ?? 0);
    }

    /// <summary>What the sentence patterns alone make of it.</summary>
    public Recognised? Claim(string text, Vocabulary vocabulary, TurnContext context) =>
        _normalizer.Normalize(text) is { } normal ? _patterns.Recognise(new Heard(text, normal, Index(vocabulary), context, _lattices)) : null;

    /// <summary>What was learned makes of it, sure or not.</summary>
    public LearnedReading? Guess(string text, Vocabulary vocabulary) =>
        _normalizer.Normalize(text) is { Tokens.Count: > 0 } normal ? _guesses.Read(new Heard(text, normal, Index(vocabulary), TurnContext.Empty, _lattices)) : null;

    /// <summary>The sentence once for each of the names that stand in it in the place of one.</summary>
    public IReadOnlyList<string> Spread(string text, Vocabulary vocabulary) =>
        _normalizer.Normalize(text) is { Tokens.Count: > 0 } normal
            ? NamesInARow.Spread(normal.Tokens, _lattices.Build(normal.Tokens, Index(vocabulary), Reach.Exact), Pack.Words)
            : [];

    public SpokenLanguage Spoken(Vocabulary vocabulary) => _spoken.With(Index(vocabulary));

    public VocabularyIndex Index(Vocabulary vocabulary) =>
        _indices.GetValue(vocabulary, known => new VocabularyIndex(Pack, _lexicon, known));
}
