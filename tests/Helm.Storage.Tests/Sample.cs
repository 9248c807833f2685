using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Storage.Tests;

/// <summary>The specification's story as data.</summary>
internal static class Sample
{
    public static readonly DomainRegistration Infrastructure = new()
    {
        Domain = "infrastructure",
        Plugin = "fractary-helm-cloud",
        Version = "1.0.0",
        Manager = "ops-manager",
        IssuePrefix = "infra",
    };

    public static readonly DeployedResource Lambda = new("lambda", "api-lambda", "arn:aws:lambda:us-east-1:123456789:function:api-lambda");

    public static Deployment Deployment(string id = "deploy-1", params DeployedResource[] resources) => new()
    {
        Id = id,
        Domain = "infrastructure",
        Environment = "prod",
        DeployedAt = TestClock.Begin.AddDays(-1),
        Resources = resources.Length == 0 ? [Lambda] : resources,
    };

    /// <summary>The error rate over the five minutes that end now: above 0.1 % it breaches.</summary>
    public static HealthReport ErrorRate(Deployment deployment, DateTimeOffset now, decimal? rate) => new()
    {
        Timestamp = now,
        DeploymentId = deployment.Id,
        Domain = deployment.Domain,
        Environment = deployment.Environment,
        Resources = [.. deployment.Resources.Select(resource => new ResourceHealth
        {
            Resource = resource,
            Health = HealthOf(rate),
            Metrics = new Dictionary<string, decimal?> { ["error_rate"] = rate },
            Observations = [Observed(now, rate)],
        })],
    };

    /// <summary>The first resource with more observations.</summary>
    public static HealthReport With(HealthReport report, params Observation[] observations) => report with
    {
        Resources =
        [
            report.Resources[0] with { Observations = [.. report.Resources[0].Observations, .. observations] },
        ],
    };

    public static Observation Observed(DateTimeOffset now, decimal? rate, string indicator = "error_rate") => new()
    {
        Indicator = indicator,
        Health = HealthOf(rate),
        Value = rate,
        Target = 0.1m,
        Unit = "%",
        SloBreach = rate > 0.1m,
        BurnRate = rate / 0.1m,
        RequestsAffected = rate is null ? null : (long)(1250 * rate.Value / 100),
        RequestsTotal = rate is null ? null : 1250,
        WindowStart = now.AddMinutes(-5),
        WindowEnd = now,
    };

    public static Issue Issue(int number, string environment, string domain, string severity, IssueImpact impact, DateTimeOffset detectedAt) => new()
    {
        IssueId = "",
        Domain = domain,
        Environment = environment,
        Severity = severity,
        Status = IssueStatus.Active,
        Detection = new(detectedAt, "helm-cloud:ops-monitor", "health-check"),
        Resource = new("lambda", FormattableString.Invariant($"function-{number}"), null, null),
        Summary = new("Title", "Description", []),
        Impact = impact,
        Metadata = new() { CreatedAt = detectedAt, UpdatedAt = detectedAt },
    };

    private static Health HealthOf(decimal? rate) => rate switch
    {
        null => Health.Unknown,
        > 0.1m => Health.Degraded,
        _ => Health.Healthy,
    };
}
