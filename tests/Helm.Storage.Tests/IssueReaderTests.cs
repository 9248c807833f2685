using Helm.Operations.Issues;
using Helm.Storage.Issues;

namespace Helm.Storage.Tests;

public sealed class IssueReaderTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    private const int Many = 1500;

    private static readonly string[] Environments = ["prod", "staging", "test", "dev"];
    private static readonly string[] Domains = ["infrastructure", "application", "content", "design", "kubernetes"];
    private static readonly string?[] Impacts = [null, "unavailable for 5% of requests", "degraded: slow"];
    private static readonly UsersAffected?[] Users = [null, UsersAffected.All, new(50), new(500), new(5000)];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_top_is_the_same_as_sorting_all_of_them(Provider provider)
    {
        var helm = await StartAsync(provider);
        var issues = RandomIssues();
        await helm.Get<IssueSeeding>().InsertAsync(issues.Select(issue => (issue, "error_rate")), "infra", Cancellation);
        var reader = helm.Get<IIssueReader>();

        foreach (var minutes in new[] { 0.0, 29.5, 45, 200 })
        {
            Clock.Advance(minutes);
            foreach (var filter in Filters())
            {
                var expected = issues.Where(issue => Matches(filter, issue))
                    .Select(issue => (Score: Prioritizer.Score(issue, Clock.Now), issue.Detection.DetectedAt))
                    .OrderByDescending(one => one.Score).ThenBy(one => one.DetectedAt)
                    .Take(filter.Top).ToList();
                var actual = await reader.ListAsync(filter, Cancellation);

                Assert.Equal(expected, actual.Select(issue => (issue.Priority, issue.Detection.DetectedAt)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Counting_agrees_with_what_is_there(Provider provider)
    {
        var helm = await StartAsync(provider);
        var issues = RandomIssues();
        await helm.Get<IssueSeeding>().InsertAsync(issues.Select(issue => (issue, "error_rate")), "infra", Cancellation);

        foreach (var filter in Filters())
        {
            var matching = issues.Where(issue => Matches(filter, issue)).ToList();
            var counts = await helm.Get<IIssueReader>().CountAsync(filter, Cancellation);

            Assert.Equal(matching.Count, counts.Total);
            Assert.Equal(matching.Count(issue => issue.Severity == Severity.Critical), counts.Critical);
            Assert.Equal(matching.Count(issue => issue.Severity == Severity.Low), counts.Low);
        }
    }

    private static IEnumerable<IssueFilter> Filters() =>
    [
        new() { Top = 10 },
        new() { Top = 1 },
        new() { Top = 300 },
        new() { Top = 10, Environment = "staging" },
        new() { Top = 10, Domain = "content", Severity = Severity.Low },
        new() { Top = 10, Resource = "function-7" },
        new() { Top = 10, Environment = "nowhere" },
    ];

    private static bool Matches(IssueFilter filter, Issue issue) =>
        (filter.Environment ?? issue.Environment) == issue.Environment
        && (filter.Domain ?? issue.Domain) == issue.Domain
        && (filter.Severity ?? issue.Severity) == issue.Severity
        && (filter.Resource ?? issue.Resource.Name) == issue.Resource.Name;

    private List<Issue> RandomIssues()
    {
        var random = new Random(20251103);
        return [.. Enumerable.Range(0, Many).Select(number => Sample.Issue(
            number,
            Any(Environments),
            Any(Domains),
            Any([.. Severity.All]),
            new() { SloBreach = random.Next(2) == 0, UsersAffected = Any(Users), BusinessImpact = Any(Impacts) },
            Clock.Now.AddSeconds(-random.Next(2 * 60 * 60)).AddMilliseconds(-number)))];

        T Any<T>(T[] choices) => choices[random.Next(choices.Length)];
    }
}
