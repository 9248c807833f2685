using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;

namespace Helm.Conversation.Tests.Direction;

public sealed class DashboardTests
{
    [Fact]
    public async Task The_dashboard_of_the_specification_is_drawn_in_its_frame()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.DashboardView, (Slots.Environment, "prod"));

        Assert.Equal(
            """
            ═══════════════════════════════════════════════════════════
             HELM DASHBOARD - Production Overview
             Updated: 2025-11-03 10:45:00 UTC
            ═══════════════════════════════════════════════════════════

            OVERALL HEALTH: ⚠️  DEGRADED

            ┌─────────────────────────────────────────────────────────┐
            │ DOMAIN SUMMARY                                          │
            ├─────────────────────────────────────────────────────────┤
            │ Infrastructure (helm-cloud)     ⚠️  DEGRADED            │
            │   • 12 resources deployed                               │
            │   • 11 healthy, 1 degraded (API Lambda)                 │
            │   • CloudWatch alarms: 1 warning                        │
            │                                                         │
            │ Applications (helm-app)         ✅ HEALTHY              │
            │   • 3 services running                                  │
            │   • Response times: P95 120ms                           │
            │   • Error rate: 0.02% (within threshold)                │
            │                                                         │
            │ Content (helm-content)          ⚠️  ATTENTION           │
            │   • 1 resource deployed                                 │
            │   • 0 healthy, 1 degraded (CDN)                         │
            │   • Cache hit rate: 65% (target: 80%)                   │
            └─────────────────────────────────────────────────────────┘

            ┌─────────────────────────────────────────────────────────┐
            │ TOP ISSUES (by priority)                                │
            ├─────────────────────────────────────────────────────────┤
            │ 🔴 CRITICAL #870 (infra-001)                            │
            │   Issue: API Lambda error rate SLO breach               │
            │   Impact: 5.2% error rate (SLO: 0.1%)                   │
            │   Affected: 65/1250 requests                            │
            │   Duration: 23 minutes                                  │
            │   Action: [Investigate]                                 │
            │                                                         │
            │ 🟡 WARNING #245 (infra-002)                             │
            │   Issue: CloudFront cache hit rate low                  │
            │   Impact: degraded: higher origin load, slower responses│
            │   Current: 65% (target: 80%)                            │
            │   Duration: 23 minutes                                  │
            │   Action: [Investigate]                                 │
            │                                                         │
            │ 🟡 WARNING #180 (content-001)                           │
            │   Issue: Content engagement declining                   │
            │   Impact: 5% drop in page views                         │
            │   Duration: 23 minutes                                  │
            │   Action: [Investigate]                                 │
            └─────────────────────────────────────────────────────────┘

            QUICK ACTIONS:
              /helm:investigate infra-001         - Investigate top issue
              /helm:issues --top 10               - View more issues
              /helm:dashboard --domain=infrastructure - Filter by domain
            """.ReplaceLineEndings("\n"),
            worded.Text);
    }

    [Fact]
    public async Task Its_json_is_the_dashboard_schema_field_for_field()
    {
        using var desk = new Desk(Example.Troubled);

        var answer = await desk.RunAsync(IntentNames.DashboardView, (Slots.Environment, "prod"));
        var json = JsonNode.Parse(HelmJson.Write(answer.Data))!;

        JsonSubset.AssertContains(
            json,
            """
            {
              "timestamp": "2025-11-03T10:45:00Z", "environment": "prod", "overall_health": "DEGRADED",
              "domains": [
                {
                  "domain": "infrastructure", "plugin": "helm-cloud", "status": "DEGRADED",
                  "resources": {"total": 12, "healthy": 11, "degraded": 1, "unhealthy": 0},
                  "metrics": {"cloudwatch_alarms": {"ok": 10, "alarm": 1, "insufficient_data": 1}},
                  "top_issue": "infra-001"
                },
                {
                  "domain": "application", "plugin": "helm-app", "status": "HEALTHY",
                  "services": {"total": 3, "healthy": 3, "degraded": 0, "unhealthy": 0},
                  "metrics": {"p95_response_time_ms": 120, "error_rate_percent": 0.02},
                  "top_issue": null
                }
              ],
              "issues": {
                "total": 3, "critical": 1, "high": 0, "medium": 2, "low": 0,
                "top_issues": [
                  {
                    "issue_id": "infra-001", "priority": 870, "severity": "critical", "title": "API Lambda error rate SLO breach",
                    "domain": "infrastructure", "duration_minutes": 23, "impact": {"slo_breach": true, "users_affected": "all"}
                  }
                ]
              },
              "quick_actions": [{"command": "/helm:investigate infra-001", "description": "Investigate top issue"}]
            }
            """);
        Assert.Null(json["domains"]![0]!["services"]);
        Assert.Null(json["domains"]![0]!["resources"]!["unknown"]);
        Assert.Null(json["domains"]![1]!["resources"]);
    }

    [Fact]
    public async Task Unknown_resources_are_counted_as_unknown_and_the_reason_is_told()
    {
        using var desk = new Desk(Example.Unseen);

        var worded = await desk.HearAsync(IntentNames.DashboardView, (Slots.Environment, "prod"));
        var json = JsonNode.Parse(HelmJson.Write((await desk.RunAsync(IntentNames.DashboardView)).Data))!;

        Assert.Equal(1, json["domains"]![0]!["resources"]!["unknown"]!.GetValue<int>());
        Assert.Equal("UNKNOWN", json["overall_health"]!.GetValue<string>());
        Assert.Contains("Unknown: it has not been checked yet", worded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("HEALTHY", worded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dashboard_of_nothing_says_that_nothing_is_registered()
    {
        using var desk = new Desk(Example.Empty);

        var worded = await desk.HearAsync(IntentNames.DashboardView, (Slots.Environment, "prod"));

        Assert.Contains("Nothing is registered here.", worded.Text, StringComparison.Ordinal);
        Assert.Contains("OVERALL HEALTH: ⚪ UNKNOWN", worded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_names_do_not_break_the_boxes()
    {
        var name = new string('x', 200);
        var issue = Example.LambdaErrors with { Summary = new IssueSummary(name, name, []) };
        using var desk = new Desk(Example.Troubled with
        {
            TopIssues = [issue],
            Domains = [Example.Troubled.Domains[0] with { Registration = Example.Infrastructure with { Plugin = name } }],
        });

        var worded = await desk.HearAsync(IntentNames.DashboardView);

        Assert.All(
            worded.Text.Split('\n').Where(line => line.StartsWith('│')),
            line => Assert.Equal((59, '│'), (Columns.Width(line), line[^1])));
    }

    [Theory]
    [InlineData(true, "DEGRADED")]
    [InlineData(false, "ATTENTION")]
    public async Task Degraded_without_a_breached_objective_asks_for_attention(bool breach, string word)
    {
        var resource = Example.Troubled.Domains[2].Resources[0];
        var domain = Example.Troubled.Domains[2] with
        {
            Resources = [resource with { Observations = [resource.Observations[0] with { SloBreach = breach }] }],
        };
        using var desk = new Desk(Example.Troubled with { Domains = [domain] });

        var worded = await desk.HearAsync(IntentNames.DashboardView);

        Assert.Contains($"Content (helm-content)          ⚠️  {word}", worded.Text, StringComparison.Ordinal);
    }
}
