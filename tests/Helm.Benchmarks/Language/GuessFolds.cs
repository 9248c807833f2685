using System.Globalization;
using Helm.Conversation.Intents;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Recognition;

namespace Helm.Benchmarks.Language;

/// <summary>
/// How often the table is right about sentences that it never saw: a fifth of those of <c>like</c> and of the sentences
/// out of scope is kept aside, the rest is learned, and so on with each fifth. The limits of <c>Certainty</c> come from here.
/// </summary>
internal static class GuessFolds
{
    private const int Folds = 5;

    private static readonly TurnContext Asked = new() { Pending = "confirm_remediation", LastIntent = IntentNames.Remediate };

    private static readonly TurnContext Said = new() { LastIntent = IntentNames.StatusQuery, FocusIssue = "infra-001", Issues = ["infra-001", "content-001"] };

    /// <param name="rows">A file for a line a sentence, to look at what was wrong; null for none.</param>
    public static void Run(string? rows)
    {
        var pack = IntentTable.Load(OwnTable.Folder).Compiled.Pack;
        var results = Enumerable.Range(0, Folds).SelectMany(fold => Fold(pack, fold)).ToList();
        if (rows is not null)
        {
            File.WriteAllLines(rows, results.Select(Line));
        }

        foreach (var guessed in new[] { false, true })
        {
            var counted = results.Where(result => !guessed || result.Match.Recogniser is "statistical" or "").ToList();
            var (ours, others) = (counted.Where(result => result.Intent is not null).ToList(), counted.Where(result => result.Intent is null).ToList());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"language: {(guessed ? "what only the classifier could claim" : "sentences kept aside")}: intent {Share(ours, result => result.Match.Intent == result.Intent):0.0} %, rejected {Share(ours, IsRejected):0.0} % of {ours.Count}; out of scope {Share(others, IsRejected):0.0} % of {others.Count}, taken for a change {others.Count(result => IsChange(pack, result))}"));
        }
    }

    private static IEnumerable<Result> Fold(LanguagePack pack, int fold)
    {
        var learned = pack with
        {
            Intents = [.. pack.Intents.Select(intent => intent with { Like = Part(intent.Like, fold, kept: false) })],
            OutOfScope = Part(pack.OutOfScope, fold, kept: false),
        };
        var table = new CompiledTable(learned, new ModelFolder(null));

        return
        [
            .. pack.Intents.SelectMany(intent => Part(intent.Like, fold, kept: true).Select(like => Read(table, like.Text, intent.Name, Context(intent)))),
            .. Part(pack.OutOfScope, fold, kept: true).Select(text => Read(table, text, null, TurnContext.Empty)),
        ];
    }

    private static T[] Part<T>(IReadOnlyList<T> sentences, int fold, bool kept) =>
        [.. sentences.Where((_, number) => number % Folds == fold == kept)];

    private static Result Read(CompiledTable table, string text, string? intent, TurnContext context) =>
        new(text, intent, table.Explain(text, OwnTable.Names, context).Match, table.Guess(text, OwnTable.Names));

    private static TurnContext Context(IntentDefinition intent) =>
        intent.Applies == Applies.WhilePending ? Asked : intent.Name == IntentNames.Correction || intent.Changes ? Said : TurnContext.Empty;

    private static bool IsRejected(Result result) => result.Match.Intent == IntentNames.OutOfScope;

    private static bool IsChange(LanguagePack pack, Result result) => pack.Intents.Any(intent => intent.Changes && intent.Name == result.Match.Intent);

    private static double Share(List<Result> results, Func<Result, bool> holds) => results.Count == 0 ? 0 : 100.0 * results.Count(holds) / results.Count;

    private static string Line(Result result) => string.Join('\t', result.Text, result.Intent ?? IntentNames.OutOfScope, result.Match.Intent, result.Match.Recogniser, result.Learned);

    private sealed record Result(string Text, string? Intent, IntentMatch Match, LearnedReading? Learned);
}
