using System.Globalization;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Transcription;

public sealed class TrigramModelTests
{
    [Fact]
    public void After_every_context_the_model_s_probabilities_sum_to_one()
    {
        var model = new TrigramModel([("the", 0.5), ("cat", 0.3), ("status", 0.2)], share: 0.15);
        model.Add(new SaidSentence(["status", "of", "production"], 3));
        model.Add(new SaidSentence(["status", "of", "staging"], 1));
        model.Add(new SaidSentence(["show", "the", "dashboard"], 2));
        var arpa = Arpa.Parse(model.Lines());

        string[][] contexts = [[], ["<s>"], ["status"], ["of"], ["cat"], ["<s>", "status"], ["status", "of"], ["show", "the"], ["cat", "of"]];
        Assert.All(contexts, context => Assert.Equal(1, arpa.Words.Sum(word => arpa.Probability(context, word)), 3));
        Assert.True(arpa.Probability(["status", "of"], "production") > arpa.Probability(["status", "of"], "staging"));
        Assert.True(arpa.Probability(["status", "of"], "cat") > 0);
    }

    /// <summary>Reads a model as the format's definition says.</summary>
    private sealed record Arpa(Dictionary<string, (double Probability, double BackOff)> Grams)
    {
        public IEnumerable<string> Words => Grams.Keys.Where(gram => !gram.Contains(' ', StringComparison.Ordinal) && gram != "<s>");

        public static Arpa Parse(IEnumerable<string> lines) => new((
            from line in lines
            let parts = line.Split(' ')
            where parts.Length > 1 && double.TryParse(parts[0], CultureInfo.InvariantCulture, out _)
            let hasBackOff = double.TryParse(parts[^1], CultureInfo.InvariantCulture, out _)
            let words = parts[1..(hasBackOff ? ^1 : ^0)]
            select (Gram: string.Join(' ', words), Probability: Value(parts[0]), BackOff: hasBackOff ? Value(parts[^1]) : 1))
            .ToDictionary(gram => gram.Gram, gram => (gram.Probability, gram.BackOff)));

        public double Probability(string[] context, string word) =>
            Grams.TryGetValue(string.Join(' ', [.. context, word]), out var gram) ? gram.Probability
            : (Grams.TryGetValue(string.Join(' ', context), out var shorter) ? shorter.BackOff : 1) * Probability(context[1..], word);

        private static double Value(string logarithm) => Math.Pow(10, double.Parse(logarithm, CultureInfo.InvariantCulture));
    }
}
