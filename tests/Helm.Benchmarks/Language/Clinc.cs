using System.Diagnostics;
using System.Text.Json;
using Helm.Conversation.Classification;

namespace Helm.Benchmarks.Language;

/// <summary>CLINC150 (Larson et al. 2019): 150 intents and sentences that have none; thresholds come from the validation part.</summary>
internal static class Clinc
{
    private const string OutOfScope = "oos";

    public static void Run(string file)
    {
        using var data = JsonDocument.Parse(File.ReadAllText(file));
        var started = Stopwatch.GetTimestamp();
        var classifier = Classifier.Train([.. Read(data, "train"), .. Read(data, "oos_train")], new ClassifierOptions());
        Console.WriteLine(FormattableString.Invariant($"CLINC150: trained in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));

        (Sample, Guess)[] validation = [.. Guesses(classifier, data, "val"), .. Guesses(classifier, data, "oos_val")];
        (Sample, Guess)[] test = [.. Guesses(classifier, data, "test"), .. Guesses(classifier, data, "oos_test")];
        Print("most right on validation (goal 92.5 / 54)", Threshold.MostRight(validation), test);
        Print("5 % of validation rejected (goal 90 / 84)", Threshold.Rejecting(0.05, validation), test);
    }

    private static void Print(string threshold, float lowest, (Sample Sample, Guess Guess)[] guesses)
    {
        var inScope = guesses.Where(entry => entry.Sample.Label is not null).ToList();
        var outOfScope = guesses.Where(entry => entry.Sample.Label is null).ToList();
        var right = inScope.Count(entry => entry.Guess.Score >= lowest && entry.Guess.Label == entry.Sample.Label);
        var refused = outOfScope.Count(entry => entry.Guess.Score < lowest);
        Console.WriteLine(FormattableString.Invariant(
            $"CLINC150: threshold {threshold}: in-scope {100.0 * right / inScope.Count:0.00}, out-of-scope recall {100.0 * refused / outOfScope.Count:0.0}"));
    }

    private static (Sample Sample, Guess Guess)[] Guesses(Classifier classifier, JsonDocument data, string part) =>
        [.. Read(data, part).Select(sample => (sample, classifier.Classify(sample.Text)))];

    private static IEnumerable<Sample> Read(JsonDocument data, string part) =>
        data.RootElement.GetProperty(part).EnumerateArray()
            .Select(pair => new Sample(pair[0].GetString()!, pair[1].GetString() is var label and not OutOfScope ? label : null));
}
