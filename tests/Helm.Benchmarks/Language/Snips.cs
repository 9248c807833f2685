using System.Diagnostics;
using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>
/// SNIPS (2017-06): 7 intents with slots. The intent is predicted, by classifier, tagger and letters together, and the tagger
/// fills its slots.
/// </summary>
internal static class Snips
{
    public static void Run(string folder)
    {
        var train = SnipsFile.ReadAll(folder, "train_*_full.json");
        var test = SnipsFile.ReadAll(folder, "validate_*.json");
        var options = new SnipsTrial();

        var started = Stopwatch.GetTimestamp();
        var classifier = SnipsEngine.Classifier(train, options.Classifier);
        var letters = SnipsEngine.Letters(train);
        var classified = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var tagger = SnipsEngine.Tagger(train, options.Tagger);
        var tagged = Stopwatch.GetElapsedTime(started).TotalSeconds - classified;

        var score = new SnipsScore();
        foreach (var line in test)
        {
            var reading = tagger.Read(line.Tagged.Words);
            score.Add(line, JointLabel.Best(classifier.Margins(line.Text), reading, label => letters[label].LogChance(line.Text), options.Shares), reading);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"SNIPS: intent {score.Intent:0.00} (goal 98.6), slot F1 {score.SlotF1:0.00} with the intent predicted (goal 94), trained in {classified:0.0} s and {tagged:0.0} s"));
    }
}
