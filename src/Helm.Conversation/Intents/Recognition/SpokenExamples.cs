using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Spoken;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The sentences that a pack learns from, as they are said: each name is a slot, so that all names that exist now can stand there.</summary>
internal sealed class SpokenExamples(LanguagePack pack, Normalizer normalizer, Lexicon lexicon)
{
    private const int SayingsOfAPattern = 10;

    // People leave out more than they say.
    private const int OneOptionalOf = 4;

    private const int OneIntroducedOf = 4;

    /// <summary>Stands for what has no spoken form.</summary>
    private const string Silent = "<silent>";

    private static readonly string[] MoreSlots = [SlotKinds.Domain, SlotKinds.Severity, SlotKinds.Metric];

    private readonly LatticeBuilder _lattices = new(pack.Words);
    private readonly Contractions _contractions = new(pack.Words);
    private IReadOnlyList<SpokenExample>? _examples;
    private int _next;

    /// <summary>All that can be said where these names exist.</summary>
    public SpokenLanguage With(VocabularyIndex names) => SpokenForms.Of(pack, names, _examples ??= [.. All()]);

    /// <summary>Answers to a question are left out: they are few, and must be told apart most surely.</summary>
    private IEnumerable<SpokenExample> All()
    {
        var index = new VocabularyIndex(pack, lexicon, Lessons.Named(pack));
        return pack.Intents.Where(intent => intent.Applies != Applies.WhilePending)
            .SelectMany(intent => Introduced([.. Written(intent, index).Concat(Patterned(intent, index)).Where(text => text.Length > 0)]), (intent, text) => new SpokenExample(intent.Name, text))
            .Concat(pack.OutOfScope.Select(text => new SpokenExample(null, Said(text, index))))
            .Concat(pack.Aloud)
            .Concat(pack.Aloud.Select(example => example with { Text = Said(example.Text, index) }))
            .Where(example => example.Text.Length > 0)
            .SelectMany(example => new[] { example, example with { Text = _contractions.Shorten(example.Text) } })
            .Distinct();
    }

    private IEnumerable<string> Written(IntentDefinition intent, VocabularyIndex index) =>
        intent.Like.Select(sentence => sentence.Text).Concat(intent.Examples.Select(example => example.Text)).Select(text => Said(text, index));

    /// <summary>What the patterns of written sentences allow is said as well.</summary>
    private IEnumerable<string> Patterned(IntentDefinition intent, VocabularyIndex index)
    {
        var forms = new SlotForms(pack, index);
        var sampler = new PatternSampler(index, slot => Value(slot.Kind, forms), OneOptionalOf);
        return intent.Sentences.SelectMany(sentence => Enumerable.Range(0, SayingsOfAPattern).Select(_ => sampler.Say(sentence.Pattern)))
            .Where(text => text.Length > 0 && text.Split(' ').All(word => word[0] == '{' || IsSayable(word)));
    }

    /// <summary>Every so many come after a preamble as well.</summary>
    private IEnumerable<string> Introduced(IReadOnlyList<string> texts) =>
        pack.Words.Preambles.Count == 0 ? texts : texts.Concat(texts.Where((_, at) => at % OneIntroducedOf == 0).Select((text, at) => $"{pack.Words.Preambles[at % pack.Words.Preambles.Count]} {text}"));

    private string Value(string kind, SlotForms forms) =>
        kind is SlotKinds.Text or SlotKinds.Unknown or SlotKinds.Technical or SlotKinds.Format ? Silent
        : IsSlot(kind) || kind == SlotKinds.Number ? $"{{{Named(kind)}}}"
        : forms.Of(kind) is { Count: > 0 } said ? said[_next++ % said.Count]
        : Silent;

    /// <summary>Empty where it cannot be said: a command with a slash, an address.</summary>
    private string Said(string text, VocabularyIndex index)
    {
        if (text.StartsWith('/') || normalizer.Normalize(text) is not { } normal)
        {
            return "";
        }

        var words = normal.Tokens.Words;
        string[] said = [.. SlotMask.Pieces(words, _lattices.Build(normal.Tokens, index, Reach.Exact), IsSlot).Select(piece => Piece(piece, words))];

        return said.Contains("") ? "" : string.Join(' ', said);
    }

    private static bool IsSlot(string kind) => SlotMask.Masks(kind) || MoreSlots.Contains(kind);

    /// <summary>Of issues also those that are not there: they are to be heard, so that it can be said.</summary>
    private static string Named(string kind) => kind == SlotKinds.IssueId ? SlotForms.AnyIssue : kind;

    private static string Piece(SlotMask.Piece piece, IReadOnlyList<string> words) =>
        piece.Kind is { } kind ? $"{{{Named(kind)}}}"
        : words[piece.Start].All(char.IsAsciiDigit) ? $"{{{SlotKinds.Number}}}"
        : IsSayable(words[piece.Start]) ? words[piece.Start]
        : "";

    private static bool IsSayable(string word) => word.All(letter => char.IsAsciiLetter(letter) || letter is '-');
}
