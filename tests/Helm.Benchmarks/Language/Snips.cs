using System.Diagnostics;
using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>SNIPS (2017-06): 7 intents with slots. The intent is predicted, by classifier and tagger together, and the tagger fills its slots.</summary>
internal static class Snips
{
    private const int Parts = 10;

    private static readonly double[] Shares = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 1];

    private static readonly ClassifierOptions[] Candidates =
    [
        new(),
        new() { WordShare = 0.7f, Cost = 8 },
        new() { WordShare = 0.7f, Cost = 8, KeepsPunctuation = true },
    ];

    /// <summary>Among the best by <see cref="Split"/>. The sentences were typed, so their punctuation tells.</summary>
    private static readonly ClassifierOptions Options = new() { WordShare = 0.7f, Cost = 8, KeepsPunctuation = true };

    public static void Run(string folder)
    {
        var train = SnipsFile.ReadAll(folder, "train_*_full.json");
        var test = SnipsFile.ReadAll(folder, "validate_*.json");

        var started = Stopwatch.GetTimestamp();
        var classifier = Classify(train, Options);
        var classified = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var tagger = Tag(train);
        var tagged = Stopwatch.GetElapsedTime(started).TotalSeconds - classified;

        var score = new SnipsScore();
        foreach (var line in test)
        {
            var reading = tagger.Read(line.Tagged.Words);
            score.Add(line, JointLabel.Best(classifier.Margins(line.Text), reading), reading);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"SNIPS: intent {score.Intent:0.00} (goal 98.6), slot F1 {score.SlotF1:0.00} with the intent predicted (goal 94), trained in {classified:0.0} s and {tagged:0.0} s"));
    }

    /// <summary>What the options were chosen by: a tenth of the training sentences kept aside, four times; the test is not read.</summary>
    public static void Split(string folder)
    {
        var scores = Candidates.SelectMany(option => Shares.Select(share => (option, share))).ToDictionary(key => key, _ => new SnipsScore());
        var all = SnipsFile.ReadAll(folder, "train_*_full.json").ToArray();
        new Random(20).Shuffle(all);
        for (var part = 0; part < Parts; part++)
        {
            var aside = all.Where((_, at) => at % Parts == part).ToArray();
            var rest = all.Where((_, at) => at % Parts != part).ToArray();
            var tagger = Tag(rest);
            (SnipsLine Line, TagReading Reading)[] read = [.. aside.Select(line => (line, tagger.Read(line.Tagged.Words)))];
            foreach (var option in Candidates)
            {
                var classifier = Classify(rest, option);
                foreach (var (line, reading) in read)
                {
                    var margins = classifier.Margins(line.Text).ToList();
                    foreach (var share in Shares)
                    {
                        scores[(option, share)].Add(line, JointLabel.Best(margins, reading, share), reading);
                    }
                }
            }
        }

        foreach (var ((option, share), score) in scores)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"SNIPS, of {score.Lines} kept aside: words {option.WordShare}, cost {option.Cost}, punctuation {option.KeepsPunctuation}, tagger's share {share}: {score.Wrong} intents wrong, slot F1 {score.SlotF1:0.00}"));
        }
    }

    private static Classifier Classify(IReadOnlyList<SnipsLine> lines, ClassifierOptions options) =>
        Classifier.Train([.. lines.Select(line => new Sample(line.Text, line.Intent))], options);

    private static Tagger Tag(IReadOnlyList<SnipsLine> lines) => Tagger.Train([.. lines.Select(line => line.Tagged)], new TaggerOptions());
}
