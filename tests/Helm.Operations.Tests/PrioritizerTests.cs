using Helm.Operations.Issues;

namespace Helm.Operations.Tests;

public sealed class PrioritizerTests
{
    private static readonly DateTimeOffset DetectedAt = new(2025, 11, 3, 10, 22, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 840)]
    [InlineData(23, 840)]
    [InlineData(30, 840)]
    [InlineData(31, 870)]
    [InlineData(60, 870)]
    [InlineData(61, 900)]
    public void The_specifications_issue_scores_by_the_algorithm_as_written(int minutes, int score) =>
        Assert.Equal(score, Prioritizer.Score(Infra001(), DetectedAt.AddMinutes(minutes)));

    [Fact]
    public void A_score_explains_itself_term_by_term()
    {
        var explained = Prioritizer.Explain(Infra001(), DetectedAt.AddMinutes(31));

        Assert.Equal(
            [
                new("severity critical", "+100", 100),
                new("SLO breach", "×2", 200),
                new("users affected all", "+50", 250),
                new("duration", "+10", 260),
                new("business impact", "+30", 290),
                new("domain infrastructure", "×1.5", 435),
                new PriorityTerm("environment prod", "×2", 870),
            ],
            explained.Terms);
        Assert.Equal(870, explained.Score);
    }

    [Fact]
    public void Every_combination_scores_as_the_Python_of_the_specification()
    {
        string[] impacts = ["", "Unavailable for 5% of requests", "service is DOWN", "full outage", "degraded"];
        string[] domains = ["infrastructure", "application", "content", "design", "kubernetes"];
        string[] environments = ["prod", "staging", "test", "dev"];
        UsersAffected?[] users = [null, UsersAffected.All, new(0), new(100), new(101), new(1000), new(1001)];
        bool[] breaches = [true, false];
        double[] ages = [0, 30, 30.01, 60, 60.01, 5000];
        var compared = 0;
        foreach (var severity in Severity.All)
        {
            foreach (var domain in domains)
            {
                foreach (var environment in environments)
                {
                    foreach (var (impact, affected, age, breach) in
                        from impact in impacts
                        from affected in users
                        from age in ages
                        from breach in breaches
                        select (impact, affected, age, breach))
                    {
                        var issue = Infra001() with
                        {
                            Severity = severity,
                            Domain = domain,
                            Environment = environment,
                            Impact = new() { SloBreach = breach, UsersAffected = affected, BusinessImpact = impact },
                        };
                        Assert.Equal(
                            Python(severity, breach, affected, age, impact, domain, environment),
                            Prioritizer.Score(issue, DetectedAt.AddMinutes(age)));
                        compared++;
                    }
                }
            }
        }

        Assert.Equal(4 * 5 * 4 * 5 * 7 * 6 * 2, compared);
    }

#pragma warning disable CA1502 // One function, because the original is one.
    /// <summary>A transcription of calculate-priority.py, line by line, that shares nothing with the code under test.</summary>
    private static int Python(
        string severity, bool sloBreach, UsersAffected? users, double minutes, string impact, string domain, string environment)
    {
        double score = 0;
        if (severity == "critical") { score += 100; }
        if (severity == "high") { score += 50; }
        if (severity == "medium") { score += 25; }
        if (severity == "low") { score += 10; }

        if (sloBreach) { score *= 2; }

        if (users is { IsAll: true }) { score += 50; }
        else if (users is not null && users.Count > 1000) { score += 30; }
        else if (users is not null && users.Count > 100) { score += 10; }

        if (minutes > 60) { score += 20; }
        else if (minutes > 30) { score += 10; }

        var lower = impact.ToUpperInvariant();
        if (lower.Contains("UNAVAILABLE", StringComparison.Ordinal) || lower.Contains("DOWN", StringComparison.Ordinal)
            || lower.Contains("OUTAGE", StringComparison.Ordinal)) { score += 30; }

        if (domain == "infrastructure") { score *= 1.5; }
        if (domain == "application") { score *= 1.3; }
        if (domain == "design") { score *= 0.8; }

        if (environment == "prod") { score *= 2.0; }
        if (environment == "staging") { score *= 1.2; }

        return (int)score;
    }
#pragma warning restore CA1502

    private static Issue Infra001() => new()
    {
        IssueId = "infra-001",
        Domain = "infrastructure",
        Environment = "prod",
        Severity = Severity.Critical,
        Status = IssueStatus.Active,
        Detection = new(DetectedAt, "helm-cloud:ops-monitor", "health-check"),
        Resource = new("lambda", "api-lambda", null, null),
        Summary = new("API Lambda error rate SLO breach", "", []),
        Impact = new()
        {
            UsersAffected = UsersAffected.All,
            SloBreach = true,
            BusinessImpact = "API unavailable for 5% of requests",
        },
        Metadata = new() { CreatedAt = DetectedAt, UpdatedAt = DetectedAt },
    };
}
