using Helm.Conversation.Tagging;

namespace Helm.Conversation.Tests.Tagging;

/// <summary>The sums over all paths, beside adding up every path one by one.</summary>
public sealed class PathsTests
{
    private static readonly TagStates States = new(
    [
        new TaggedSentence("one", ["w", "w"], ["B-a", "I-a"]),
        new TaggedSentence("two", ["w"], ["B-b"]),
    ]);

    private static readonly TagWeights Weights = Moved();

    private static readonly Emitted Emitted = new Emitted(States).Read(Weights, new WordRows([0, 1, 0, 1, 1], [1, 2, 4, 5]));

    private static readonly float[] Emissions = Emitted.Sums.ToArray();

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public void The_sum_is_that_of_every_path(string name)
    {
        var label = States.Label(name);

        Assert.Equal(Math.Log(Every(label).Sum(path => Math.Exp(path.Score))), Paths.Log(Weights, label, Emitted), 4);
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public void The_sum_is_at_most_what_is_found_in_no_time(string name)
    {
        var label = States.Label(name);

        Assert.InRange(Paths.Log(Weights, label, Emitted), double.MinValue, Paths.MostLog(Weights, label, Emitted) + 1e-6);
    }

    [Fact]
    public void A_tags_chance_is_the_share_of_the_paths_through_it()
    {
        var label = States.Label("one");
        var every = Every(label).ToList();
        var total = every.Sum(path => Math.Exp(path.Score));
        var paths = new Paths(Weights, label, Emitted);
        Span<float> chances = stackalloc float[3];
        paths.Chances(2, share: 1, chances);
        for (var tag = 0; tag < 3; tag++)
        {
            Assert.Equal(every.Where(path => path.Tags[2] == tag).Sum(path => Math.Exp(path.Score)) / total, chances[tag], 4);
        }

        Span<float> arriving = stackalloc float[3];
        paths.Arriving(2, arriving);
        paths.Chances(2, from: 1, share: 1, arriving, chances);
        for (var tag = 0; tag < 3; tag++)
        {
            Assert.Equal(every.Where(path => path.Tags[1] == 1 && path.Tags[2] == tag).Sum(path => Math.Exp(path.Score)) / total, chances[tag], 4);
        }
    }

    [Fact]
    public void The_best_path_is_the_highest_of_all()
    {
        var label = States.Label("one");

        Assert.Equal(Every(label).MaxBy(path => path.Score).Tags, Viterbi.Best(Weights, label, Emissions));
    }

    private static TagWeights Moved()
    {
        var weights = new TagWeights([1, 1], States, rate: 1);
        var random = new Random(7);
        for (var label = 0; label < States.Labels; label++)
        {
            var tags = States.Tags(label);
            weights.MoveEmissions(label, [0], Some(tags));
            weights.MoveEmissions(label, [1], Some(tags));
            for (var from = 0; from <= tags; from++)
            {
                weights.MoveTransitions(label, from, Some(tags));
            }

            weights.Refresh(label);
        }

        return weights;

        float[] Some(int tags) => [.. Enumerable.Range(0, tags).Select(_ => (float)((random.NextDouble() * 4) - 2))];
    }

    private static IEnumerable<(int[] Tags, double Score)> Every(int label)
    {
        var tags = States.Tags(label);
        var all = Enumerable.Range(0, tags).ToArray();

        return from first in all
               from second in all
               from third in all
               from fourth in all
               let path = new[] { first, second, third, fourth }
               select (path, path.Select((tag, at) => Step(label, at, at == 0 ? tags : path[at - 1], tag)).Sum());
    }

    private static double Step(int label, int at, int from, int tag) =>
        Emissions[(at * States.Count) + States.Start(label) + tag] + Weights.Transitions(label, from)[tag];
}
