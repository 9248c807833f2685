using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What the classifier learns from: the pack's patterns, examples and other sentences, names masked.</summary>
internal sealed class TrainingSentences
{
    /// <summary>Of patterns, so that intents with many do not drown the others.</summary>
    private const int SayingsOfAnIntent = 120;

    private const int SayingsOfAnOpenPattern = 30;

    private readonly LanguagePack _pack;
    private readonly VocabularyIndex _index;

    /// <summary>What is written in the pack, each sentence once; null for one that is longer than any command.</summary>
    private readonly Dictionary<string, string?> _masked;

    public TrainingSentences(LanguagePack pack, Normalizer normalizer, VocabularyIndex index)
    {
        (_pack, _index) = (pack, index);
        var lattices = new LatticeBuilder(pack.Words);
        string[] texts = [.. pack.Intents.SelectMany(Written).Concat(pack.OutOfScope).Distinct()];
        var masked = new string?[texts.Length];
        Parallel.For(0, texts.Length, at => masked[at] = normalizer.Normalize(texts[at]) is { } normal
            ? SlotMask.Apply(normal.Tokens.Words, lattices.Build(normal.Tokens, index, Reach.Exact))
            : null);
        _masked = texts.Zip(masked).ToDictionary(StringComparer.Ordinal);
    }

    public List<Sample> All() =>
    [
        .. _pack.Intents.Where(intent => intent.Applies == Applies.Always).SelectMany(Of).Distinct(),
        .. _pack.OutOfScope.SelectMany(text => Masked(text)).Select(text => new Sample(text, null)),
    ];

    /// <summary>
    /// Answers to an open question, and everything else without a label. Calling off is left out: while a question is
    /// open it is a refusal, and the same words cannot be both.
    /// </summary>
    public List<Sample> Answers()
    {
        List<Sample> answers = [.. _pack.Intents.Where(intent => intent.Applies == Applies.WhilePending).SelectMany(Of).Distinct()];
        var known = answers.Select(answer => answer.Text).ToHashSet();

        return
        [
            .. answers,
            .. _pack.Intents.Where(intent => intent.Applies == Applies.Always && intent.Name != IntentNames.Stop)
                .SelectMany(intent => intent.Like.Select(sentence => sentence.Text).Concat(intent.Examples.Select(example => example.Text)))
                .Concat(_pack.OutOfScope)
                .SelectMany(Masked)
                .Where(text => !known.Contains(text) && IsKept(text))
                .Distinct()
                .Select(text => new Sample(text, null)),
        ];
    }

    /// <summary>
    /// Half of the requests are enough to tell them from answers. Which half is a matter of the sentence alone, so that one
    /// more changes nothing about the others.
    /// </summary>
    private static bool IsKept(string text) => text.Sum(character => character) % 2 == 0;

    /// <summary>
    /// For each intent whose sentences say more than the intent, what each of them says; those that say nothing more have
    /// no label.
    /// </summary>
    public Dictionary<string, List<Sample>> Sayings() =>
        _pack.Intents
            .Where(intent => intent.Like.Any(sentence => sentence.Says is not null))
            .ToDictionary(
                intent => intent.Name,
                intent => intent.Like.SelectMany(sentence => Masked(sentence.Text).Select(text => new Sample(text, sentence.Says))).ToList());

    private IEnumerable<Sample> Of(IntentDefinition intent) =>
        Written(intent)
            .SelectMany(Masked)
            .Concat(Patterned(intent))
            .Concat(OpenSayings(intent))
            .Select(text => new Sample(text, intent.Name));

    private IEnumerable<string> Patterned(IntentDefinition intent)
    {
        var sampler = new PatternSampler(_index);

        return intent.Sentences.Count == 0 ? [] : Enumerable.Range(0, SayingsOfAnIntent)
            .Select(number => sampler.Say(intent.Sentences[number % intent.Sentences.Count].Pattern));
    }

    /// <summary>What nobody knows is masked as if it were known: the tagger finds it, and the classifier sees its kind.</summary>
    private IEnumerable<string> OpenSayings(IntentDefinition intent)
    {
        var sampler = new PatternSampler(_index, slot => slot.Kind is SlotKinds.Unknown or SlotKinds.Technical ? SlotMask.Word(slot.Name) : null);

        return intent.Open.SelectMany(sentence => Enumerable.Range(0, SayingsOfAnOpenPattern).Select(_ => sampler.Say(sentence.Pattern)));
    }

    private static IEnumerable<string> Written(IntentDefinition intent) =>
        intent.Exact.Concat(intent.Like.Select(sentence => sentence.Text)).Concat(intent.Examples.Select(example => example.Text));

    private IEnumerable<string> Masked(string text) => _masked[text] is { } masked ? [masked] : [];
}
