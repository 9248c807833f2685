using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Tests;

public sealed class IssueRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 3, 10, 27, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Health.Unhealthy, null, false, Severity.Critical)]
    [InlineData(Health.Degraded, 14.4, true, Severity.Critical)]
    [InlineData(Health.Degraded, 14.3, true, Severity.High)]
    [InlineData(Health.Degraded, 6.0, true, Severity.High)]
    [InlineData(Health.Degraded, 5.9, true, Severity.Medium)]
    [InlineData(Health.Degraded, 1.0, true, Severity.Medium)]
    [InlineData(Health.Degraded, 0.9, false, Severity.Low)]
    [InlineData(Health.Degraded, null, true, Severity.Medium)]
    [InlineData(Health.Degraded, null, false, Severity.Low)]
    public void Severity_follows_status_and_burn_rate(Health health, double? burn, bool breach, string severity) =>
        Assert.Equal(severity, SeverityRule.Of(Found(Observed() with { Health = health, BurnRate = (decimal?)burn, SloBreach = breach }), new()));

    [Fact]
    public void Configuration_can_set_the_severity_of_an_indicator()
    {
        var options = new IssueOptions
        {
            SeverityOverrides = { new() { Indicator = "error_rate", Environment = "prod", Severity = Severity.Low } },
        };

        Assert.Equal(Severity.Low, SeverityRule.Of(Found(Observed()), options));
        Assert.Equal(Severity.Critical, SeverityRule.Of(Found(Observed(), environment: "test"), options));
    }

    public static TheoryData<string, Observation> Impacts => new()
    {
        { "unavailable for 5.2% of requests", Observed() },
        { "outage: all 1250 requests failed", Observed() with { RequestsAffected = 1250, Value = 100 } },
        { "unavailable for 5.2% of requests", Observed() with { RequestsAffected = null, RequestsTotal = null } },
        { "unavailable for 0.5% of the time", Observed() with { Indicator = "availability", Kind = TargetKind.AtLeast, Value = 99.5m, RequestsAffected = null } },
        { "down: does not run", Observed() with { Indicator = "status_check_failed", Health = Health.Unhealthy, Value = 1, Target = 0, Unit = "", SloBreach = false, RequestsAffected = null } },
        { "down: does not run", Observed() with { Indicator = "status", Health = Health.Unhealthy, Value = null, RequestsAffected = null } },
        { "degraded: runs, but not as it should", Observed() with { Indicator = "status", Value = null, Target = null, SloBreach = false, RequestsAffected = null } },
        { "degraded: P95 latency 5000ms instead of at most 200ms", Observed() with { Indicator = "p95_latency", Value = 5000, Target = 200, Unit = "ms", RequestsAffected = null } },
        { "none: no service level objective is missed", Observed() with { Indicator = "cache_hit_rate", Kind = TargetKind.AtLeast, Value = 65, Target = 80, SloBreach = false, RequestsAffected = null } },
    };

    [Theory]
    [MemberData(nameof(Impacts))]
    public void The_business_impact_is_one_of_the_fixed_sentences(string sentence, Observation observation) =>
        Assert.Equal(sentence, ImpactRule.Of(Found(observation), new()).BusinessImpact);

    [Theory]
    [InlineData("lambda", true)]
    [InlineData("rds", false)]
    public void Failed_requests_of_an_entry_point_affect_all_and_of_anything_else_nobody_knows_whom(string type, bool all)
    {
        var users = ImpactRule.Of(Found(Observed(), type: type), new()).UsersAffected;

        Assert.Equal(all ? UsersAffected.All : null, users);
    }

    [Fact]
    public void What_was_not_measured_is_null()
    {
        var impact = ImpactRule.Of(
            Found(Observed() with { Value = null, RequestsAffected = null, RequestsTotal = null }), new());

        Assert.Null(impact.UsersAffected);
        Assert.Null(impact.RequestsAffected);
        Assert.Null(impact.SloCurrent);
        Assert.Null(impact.SloMetric);
    }

    public static TheoryData<string, string, Observation> Titles => new()
    {
        { "API Lambda error rate SLO breach", "Error rate 5.2% exceeds SLO target of 0.1%", Observed() },
        { "API Lambda cache hit rate low", "Cache hit rate 65% is below the target of 80%", Observed() with { Indicator = "cache_hit_rate", Kind = TargetKind.AtLeast, Value = 65, Target = 80, SloBreach = false } },
        { "API Lambda fails its status check", "Fails its status check", Observed() with { Indicator = "status_check_failed", Value = 1, Target = 0, Unit = "", SloBreach = false } },
        { "API Lambda P95 latency SLO breach", "P95 latency 5000ms exceeds SLO target of 200ms", Observed() with { Indicator = "p95_latency", Value = 5000, Target = 200, Unit = "ms" } },
        { "API Lambda not available", "stopped", Observed() with { Indicator = "status", Health = Health.Unhealthy, Value = null, Note = "stopped" } },
        { "API Lambda alarm api-errors", "CloudWatch alarm api-errors fires", Observed() with { Indicator = "alarm/api-errors", Value = null } },
        { "API Lambda queue depth high", "Queue depth 7 exceeds the target of 5", Observed() with { Indicator = "queue_depth", Value = 7, Target = 5, Unit = "", SloBreach = false } },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void Titles_and_descriptions_come_from_the_templates(string title, string description, Observation observation)
    {
        var step = new IssueLifecycle(Options.Create(new IssueOptions())).Step(Found(observation), null, null);

        Assert.Equal(IssueChange.Opened, step.Change);
        Assert.Equal(title, step.Issue!.Summary.Title);
        Assert.Equal(description, step.Issue.Summary.Description);
    }

    [Fact]
    public void The_timeline_of_an_issue_that_flaps_for_days_stays_bounded()
    {
        var lifecycle = new IssueLifecycle(Options.Create(new IssueOptions()));
        var step = lifecycle.Step(Found(Observed()), null, null);
        var (issue, signal) = (step.Issue! with { IssueId = "infra-001" }, step.Signal! with { IssueId = "infra-001" });
        for (var minute = 1; minute < 1000; minute++)
        {
            var healthy = minute % 2 == 1;
            var end = Now.AddMinutes(minute);
            var observation = Observed() with { WindowEnd = end, Health = healthy ? Health.Healthy : Health.Degraded };
            step = lifecycle.Step(Found(observation), signal, issue);
            (issue, signal) = (step.Issue ?? issue, step.Signal!);
        }

        Assert.Equal(100, issue.Timeline.Count);
        Assert.Equal("Error rate exceeds SLO (5.2%)", issue.Timeline[0].Event);
        Assert.Equal("Issue registered in Helm", issue.Timeline[1].Event);
    }

    private static Observation Observed() => new()
    {
        Indicator = "error_rate",
        Health = Health.Degraded,
        Value = 5.2m,
        Target = 0.1m,
        Unit = "%",
        SloBreach = true,
        BurnRate = 52,
        RequestsAffected = 65,
        RequestsTotal = 1250,
        WindowStart = Now.AddMinutes(-5),
        WindowEnd = Now,
    };

    private static Finding Found(Observation observation, string type = "lambda", string environment = "prod")
    {
        var health = new ResourceHealth
        {
            Resource = new(type, "api-lambda"),
            Health = observation.Health,
            Observations = [observation],
        };
        var report = new HealthReport
        {
            Timestamp = Now,
            DeploymentId = "deploy-1",
            Domain = "infrastructure",
            Environment = environment,
            Resources = [health],
        };
        return new(report, health, observation, new()
        {
            Domain = "infrastructure",
            Plugin = "fractary-helm-cloud",
            Version = "1.0.0",
            Manager = "ops-manager",
            IssuePrefix = "infra",
        });
    }
}
