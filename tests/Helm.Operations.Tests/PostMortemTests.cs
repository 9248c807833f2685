using Helm.Operations.Alerts;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Reviews;

namespace Helm.Operations.Tests;

/// <summary>A draft says what was recorded and nothing else, and is inert.</summary>
public sealed class PostMortemTests
{
    private static readonly DateTimeOffset Start = new(2025, 11, 3, 10, 22, 0, TimeSpan.Zero);

    [Fact]
    public void A_draft_tells_what_was_recorded_and_leaves_the_rest_to_people()
    {
        var text = PostMortem.Draft(Review(cause: "Database connection pool exhausted"));

        Assert.StartsWith("# Post-mortem (draft): API Lambda error rate SLO breach\n", text, StringComparison.Ordinal);
        Assert.Contains("- Resolved: 2025-11-03 10:45, 23 minutes after it was detected", text, StringComparison.Ordinal);
        Assert.Contains("- Taken on: 2025-11-03 10:30 by Alice", text, StringComparison.Ordinal);
        Assert.Contains("- Requests affected when last measured: 65 of 1250", text, StringComparison.Ordinal);
        Assert.Contains("- How many users were affected was not measured.", text, StringComparison.Ordinal);
        Assert.Contains("| 2025-11-03 10:22 | Error rate exceeds SLO |", text, StringComparison.Ordinal);
        Assert.Contains("- What went well?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## What was done", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlanStatus.Pending, null, "It waits for leave.")]
    [InlineData(PlanStatus.Verifying, null, "It was made, and what it does is being measured.")]
    [InlineData(PlanStatus.Replaced, "A newer proposal stands in its place.", "A newer proposal stands in its place.")]
    public void How_a_plan_stands_is_said_as_it_is(PlanStatus status, string? outcome, string told)
    {
        var plan = new RemediationPlan
        {
            Id = "rem-001",
            ApprovalId = Guid.Empty,
            Environment = "prod",
            Actions = [new() { Action = "restart_lambda", Target = new("lambda", "api-lambda", "prod"), Effect = "restart the function api-lambda", Risk = "low", Downtime = "0 seconds", EstimatedTime = "1 minute" }],
            Level = ApprovalLevel.Challenge,
            RequestedBy = new("api:alice", null),
            CreatedAt = Start,
            ExpiresAt = Start.AddMinutes(10),
        };

        var text = PostMortem.Draft(Review(cause: "Unknown") with { Plans = [new(plan) { Status = status, Outcome = outcome }] });

        Assert.Contains($"- rem-001: restart the function api-lambda. {told}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void How_many_users_were_affected_is_said_in_words()
    {
        var review = Review(cause: "Unknown");
        var impact = review.Issue.Impact;

        Assert.Contains("- Users affected: all;", PostMortem.Draft(review with { Issue = review.Issue with { Impact = impact with { UsersAffected = UsersAffected.All } } }), StringComparison.Ordinal);
        Assert.Contains("- Users affected: 340\n", PostMortem.Draft(review with { Issue = review.Issue with { Impact = impact with { UsersAffected = new(340) } } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_is_inert_in_it()
    {
        var text = PostMortem.Draft(Review(cause: "<script>alert(1)</script> @octocat fixes #12 AKIAIOSFODNN7EXAMPLE"));

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@octocat", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIAIOSFODNN7EXAMPLE", text, StringComparison.Ordinal);
    }

    private static IncidentReview Review(string cause) => new()
    {
        Issue = new()
        {
            IssueId = "infra-001",
            Domain = "infrastructure",
            Environment = "prod",
            Severity = Severity.Critical,
            Status = IssueStatus.Resolved,
            Detection = new(Start, "helm-cloud:ops-monitor", "health-check"),
            Resource = new("lambda", "api-lambda", null, null),
            Summary = new("API Lambda error rate SLO breach", "", []),
            Impact = new() { RequestsAffected = 65, RequestsTotal = 1250, SloBreach = true, SloMetric = "error_rate", SloTarget = 0.1m, SloCurrent = 5.2m },
            RootCause = new() { Identified = true, Cause = cause },
            Timeline = [new(Start, "Error rate exceeds SLO")],
            Metadata = new() { CreatedAt = Start, UpdatedAt = Start, ResolvedAt = Start.AddMinutes(23) },
        },
        Alert = new()
        {
            Id = "infra-001.1",
            Group = "prod/deploy-1",
            IssueId = "infra-001",
            Severity = Severity.Critical,
            State = AlertState.Resolved,
            Issues = ["infra-001"],
            OpenedAt = Start,
            NotifiedAt = Start.AddMinutes(1),
            AcknowledgedAt = Start.AddMinutes(8),
            AcknowledgedBy = "Alice",
        },
        DurationMinutes = 23,
        Next = "Nothing is left to be done.",
    };
}
