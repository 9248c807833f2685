using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Tests.Remediation;

/// <summary>The design's table of actions and levels, outside production and in it.</summary>
public sealed class ApprovalPolicyTests
{
    [Theory]
    [InlineData("restart_lambda", ApprovalLevel.Automatic, ApprovalLevel.Challenge)]
    [InlineData("clear_cache", ApprovalLevel.Automatic, ApprovalLevel.Challenge)]
    [InlineData("restart_ecs_service", ApprovalLevel.Confirm, ApprovalLevel.Challenge)]
    [InlineData("reboot_rds", ApprovalLevel.Confirm, ApprovalLevel.Challenge)]
    [InlineData("scale_resources", ApprovalLevel.Confirm, ApprovalLevel.Challenge)]
    [InlineData("stop", ApprovalLevel.Confirm, ApprovalLevel.Challenge)]
    [InlineData("rollback", ApprovalLevel.Confirm, ApprovalLevel.Challenge)]
    [InlineData("something_on_no_list", ApprovalLevel.Confirm, ApprovalLevel.Challenge)]
    [InlineData("delete_resources", ApprovalLevel.Never, ApprovalLevel.Never)]
    [InlineData("modify_security_groups", ApprovalLevel.Never, ApprovalLevel.Never)]
    public void Every_action_has_its_level(string action, ApprovalLevel elsewhere, ApprovalLevel production)
    {
        var policy = Policy(new());

        Assert.Equal(elsewhere, policy.LevelOf([action], "staging"));
        Assert.Equal(production, policy.LevelOf([action], "prod"));
    }

    [Fact]
    public void What_is_listed_as_automatic_for_production_runs_there_but_never_a_stop_and_never_what_is_never_done()
    {
        var policy = Policy(new() { AutomaticInProduction = ["clear_cache", "stop", "delete_resources"], Never = ["rollback"] });

        Assert.Equal(ApprovalLevel.Automatic, policy.LevelOf(["clear_cache"], "prod"));
        Assert.Equal(ApprovalLevel.Challenge, policy.LevelOf(["scale_ecs_service", "stop"], "prod"));
        Assert.Equal(ApprovalLevel.Never, policy.LevelOf(["delete_resources"], "prod"));
        Assert.Equal(ApprovalLevel.Never, policy.LevelOf(["rollback_lambda", "rollback"], "staging"));
        Assert.True(policy.IsNever("rollback"));
    }

    [Fact]
    public void To_scale_down_asks_also_where_scaling_is_automatic()
    {
        var policy = Policy(new() { Automatic = ["scale_ecs_service"] });

        Assert.Equal(ApprovalLevel.Automatic, policy.LevelOf(["scale_ecs_service"], "test"));
        Assert.Equal(ApprovalLevel.Confirm, policy.LevelOf(["scale_ecs_service", "scale_down"], "test"));
    }

    [Fact]
    public void The_hash_of_a_plan_changes_with_everything_that_it_would_do_and_for_whom()
    {
        var plan = new RemediationPlan
        {
            Id = "rem-001",
            ApprovalId = Guid.Empty,
            Environment = "prod",
            Actions = [Action("200")],
            Level = ApprovalLevel.Challenge,
            RequestedBy = new("slack:ann", "slack:C1"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = DateTimeOffset.UnixEpoch.AddMinutes(10),
        };
        RemediationPlan[] others =
        [
            plan with { Id = "rem-002" }, plan with { Environment = "staging" }, plan with { Actions = [Action("201")] },
            plan with { Actions = [Action("200") with { Effect = "another" }] }, plan with { Actions = [Action("200") with { Target = new("rds", "other", "prod") }] },
            plan with { Actions = [Action("200"), Action("200")] }, plan with { RequestedBy = new("slack:bob", "slack:C1") },
            plan with { RequestedBy = new("slack:ann", "slack:C2") }, plan with { ExpiresAt = plan.ExpiresAt.AddSeconds(1) }, plan with { Level = ApprovalLevel.Confirm },
        ];

        Assert.Equal(plan.Hash, (plan with { ExpiresAt = plan.ExpiresAt.ToOffset(TimeSpan.FromHours(2)) }).Hash);
        Assert.Equal(others.Length, others.Select(other => other.Hash).Except([plan.Hash]).Distinct().Count());
    }

    private static PlannedAction Action(string to) => new()
    {
        Action = "increase_rds_max_connections",
        Target = new("rds", "orders-db", "prod"),
        Parameters = new Dictionary<string, string> { ["to"] = to, ["from"] = "100" },
        Effect = "raise it",
        Risk = "low",
        Downtime = "0 seconds",
        EstimatedTime = "2 minutes",
    };

    private static ApprovalPolicy Policy(RemediationOptions options) => new(Options.Create(options));
}
