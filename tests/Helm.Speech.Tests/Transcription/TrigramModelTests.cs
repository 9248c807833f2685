using System.Globalization;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Transcription;

public sealed class TrigramModelTests
{
    [Fact]
    public void After_every_context_the_model_s_probabilities_sum_to_one()
    {
        var counts = new TrigramCounts().Add(
        [
            new SaidSentence(["status", "of", "production"], 3),
            new SaidSentence(["status", "of", "staging"], 1),
            new SaidSentence(["show", "the", "dashboard"], 2),
        ]);
        var arpa = Arpa.Parse(new TrigramModel(counts, [("the", 0.5), ("cat", 0.3), ("status", 0.2)], share: 0.15).Lines());

        string[][] contexts = [[], ["<s>"], ["status"], ["of"], ["cat"], ["<s>", "status"], ["status", "of"], ["show", "the"], ["cat", "of"]];
        Assert.All(contexts, context => Assert.Equal(1, arpa.Words.Sum(word => arpa.Probability(context, word)), 3));
        Assert.True(arpa.Probability(["status", "of"], "production") > arpa.Probability(["status", "of"], "staging"));
        Assert.True(arpa.Probability(["status", "of"], "cat") > 0);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("status report")]
    [InlineData("status of the production database")]
    public void A_sentence_with_a_lead_is_the_sentence_alone_and_the_sentence_after_it(string text)
    {
        var words = text.Split(' ');
        var once = Model(new SaidSentence(words, 0.75) { Lead = ["hey", "helm"] });

        Assert.Equal(Model(new SaidSentence(words, 0.75), new SaidSentence(["hey", "helm", .. words], 0.75)).Order(), once.Order());
        Assert.NotEqual(Model(new SaidSentence(words, 1.5)).Order(), once.Order());
    }

    [Fact]
    public void Counting_goes_on_from_where_others_have_counted_and_leaves_theirs_alone()
    {
        SaidSentence[] first = [new(["status", "of", "production"], 3)], second = [new(["status", "of", "staging"], 1)];
        var begun = new TrigramCounts().Add(first);

        Assert.Equal(Model([.. first, .. second]), Model(new TrigramCounts(begun).Add(second)));
        Assert.Equal(Model(first), Model(begun));
    }

    private static List<string> Model(params SaidSentence[] sentences) => Model(new TrigramCounts().Add(sentences));

    private static List<string> Model(TrigramCounts counts) => [.. new TrigramModel(counts, [("the", 1)], share: 0.15).Lines()];

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
