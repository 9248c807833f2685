using System.Diagnostics;
using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>SNIPS (2017-06): 7 intents with slots. The intent is predicted, and its own tagger fills the slots.</summary>
internal static class Snips
{
    public static void Run(string folder)
    {
        var train = SnipsFile.ReadAll(folder, "train_*_full.json");
        var test = SnipsFile.ReadAll(folder, "validate_*.json");

        var started = Stopwatch.GetTimestamp();
        var classifier = Classifier.Train([.. train.Select(line => new Sample(line.Text, line.Intent))], new ClassifierOptions());
        var classified = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var taggers = train.GroupBy(line => line.Intent).AsParallel().ToDictionary(
            intent => intent.Key, intent => Tagger.Train([.. intent.Select(line => line.Tagged)], new TaggerOptions()));
        var tagged = Stopwatch.GetElapsedTime(started).TotalSeconds - classified;

        var (right, found, said, given) = (0, 0, 0, 0);
        foreach (var line in test)
        {
            var intent = classifier.Classify(line.Text).Label;
            var chunks = Chunk.Of(taggers[intent].Tag(line.Tagged.Words));
            var gold = Chunk.Of(line.Tagged.Tags);
            right += intent == line.Intent ? 1 : 0;
            found += gold.Intersect(chunks).Count();
            said += chunks.Count;
            given += gold.Count;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"SNIPS: intent {100.0 * right / test.Count:0.00} (goal 98.6), slot F1 {200.0 * found / (said + given):0.00} with the intent predicted (goal 94), trained in {classified:0.0} s and {tagged:0.0} s"));
    }
}
