namespace Helm.Operations.Issues;

/// <summary>The priority algorithm of the specification, as written there; every score explains itself.</summary>
public static class Prioritizer
{
    private static readonly Dictionary<string, double> SeverityWeights = new()
    {
        [Severity.Critical] = 100,
        [Severity.High] = 50,
        [Severity.Medium] = 25,
        [Severity.Low] = 10,
    };

    private static readonly Dictionary<string, double> DomainWeights = new()
    {
        ["infrastructure"] = 1.5,
        ["application"] = 1.3,
        ["content"] = 1.0,
        ["design"] = 0.8,
    };

    private static readonly Dictionary<string, double> EnvironmentWeights = new()
    {
        ["prod"] = 2.0,
        ["staging"] = 1.2,
        ["test"] = 1.0,
    };

    private static readonly string[] ImpactWords = ["unavailable", "down", "outage"];

    public static int Score(Issue issue, DateTimeOffset now) => Explain(issue, now).Score;

    public static int Score(Issue issue, TimeSpan age) => Explain(issue, age).Score;

    public static PriorityExplanation Explain(Issue issue, DateTimeOffset now) =>
        Explain(issue, now - issue.Detection.DetectedAt);

    /// <summary>As if the issue were of this age.</summary>
    public static PriorityExplanation Explain(Issue issue, TimeSpan age)
    {
        var terms = new List<PriorityTerm>();
        var score = 0.0;

        Add($"severity {issue.Severity}", SeverityWeights[issue.Severity]);
        Multiply("SLO breach", issue.Impact.SloBreach ? 2 : 1);
        Add(UsersTerm(issue.Impact.UsersAffected), UsersBonus(issue.Impact.UsersAffected));
        Add("duration", DurationBonus(age.TotalMinutes));
        Add("business impact", HasImpactWord(issue.Impact.BusinessImpact) ? 30 : 0);
        Multiply($"domain {issue.Domain}", DomainWeights.GetValueOrDefault(issue.Domain, 1.0));
        Multiply($"environment {issue.Environment}", EnvironmentWeights.GetValueOrDefault(issue.Environment, 1.0));
        return new((int)score, terms);

        void Add(string name, double points)
        {
            score += points;
            terms.Add(new(name, FormattableString.Invariant($"+{points}"), score));
        }

        void Multiply(string name, double factor)
        {
            score *= factor;
            terms.Add(new(name, FormattableString.Invariant($"×{factor}"), score));
        }
    }

    private static string UsersTerm(UsersAffected? users) => users switch
    {
        null => "users affected not measured",
        { IsAll: true } => "users affected all",
        { Count: var count } => FormattableString.Invariant($"users affected {count}"),
    };

    private static double UsersBonus(UsersAffected? users) => users switch
    {
        null => 0,
        { IsAll: true } => 50,
        { Count: > 1000 } => 30,
        { Count: > 100 } => 10,
        _ => 0,
    };

    private static double DurationBonus(double minutes) => minutes switch
    {
        > 60 => 20,
        > 30 => 10,
        _ => 0,
    };

    private static bool HasImpactWord(string? impact) =>
        impact is not null && ImpactWords.Any(word => impact.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A score and how it came about, in the order of the algorithm.</summary>
public sealed record PriorityExplanation(int Score, IReadOnlyList<PriorityTerm> Terms);

/// <summary>One step of a score.</summary>
/// <param name="Effect"><c>+50</c> or <c>×2</c>.</param>
/// <param name="RunningTotal">After this step; only the last is cut to a whole number.</param>
public sealed record PriorityTerm(string Name, string Effect, double RunningTotal);
