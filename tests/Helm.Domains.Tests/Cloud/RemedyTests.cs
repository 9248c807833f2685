using Helm.Operations.Remediation.Remedies;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Each remedy against the practice cloud: what it proposes is what it does, once, and what describing tells is true.</summary>
public sealed class RemedyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string, int?, string> All => new()
    {
        { "restart_lambda", "lambda", "arn:aws:lambda:us-east-1:123456789012:function:api-lambda", "api-lambda", null, "lambda:UpdateFunctionConfiguration" },
        { "restart", "ecs", "arn:aws:ecs:us-east-1:123456789012:service/shop/web", "web", null, "ecs:UpdateService" },
        { "reboot", "rds", "arn:aws:rds:us-east-1:123456789012:db:orders-db", "orders-db", null, "rds:RebootDBInstance" },
        { "increase_rds_max_connections", "rds", "arn:aws:rds:us-east-1:123456789012:db:orders-db", "orders-db", null, "rds:ModifyDBParameterGroup" },
        { "scale", "ecs", "arn:aws:ecs:us-east-1:123456789012:service/shop/web", "web", 6, "ecs:UpdateService" },
        { "stop", "ecs", "arn:aws:ecs:us-east-1:123456789012:service/shop/search", "search", null, "ecs:UpdateService" },
        { "scale", "lambda", "arn:aws:lambda:us-east-1:123456789012:function:checkout", "checkout", 50, "lambda:PutFunctionConcurrency" },
        { "rollback", "lambda", "arn:aws:lambda:us-east-1:123456789012:function:checkout", "checkout", null, "lambda:UpdateAlias" },
        { "clear_cache", "elasticache", "arn:aws:elasticache:us-east-1:123456789012:cluster:redis", "redis", null, "elasticache:RebootCacheCluster" },
        { "clear_cache", "cloudfront", "arn:aws:cloudfront::123456789012:distribution/E2PRACTICECDN1", "cdn", null, "cloudfront:CreateInvalidation" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_mend_is_proposed_made_once_described_as_done_and_taken_back_where_it_can_be(
        string name, string type, string arn, string resource, int? to, string operation)
    {
        await using var mend = await Mending.ProposedAsync(new(new(type, resource, "prod", arn), to, name));
        Assert.Equal(0, await mend.ArrivedAsync(operation));
        Assert.NotEqual(ActionProgress.Done, await mend.SeenAsync());

        Assert.Equal(SendResult.Accepted, await mend.SendAsync());
        await mend.IsDoneAsync();

        Assert.Equal(1, await mend.ArrivedAsync(operation));
        if (await mend.TakeBackAsync())
        {
            Assert.Equal(ActionProgress.NotDone, await mend.SeenAsync());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_broken_answer_is_ambiguous_and_describing_tells_that_it_was_made(
        string name, string type, string arn, string resource, int? to, string operation)
    {
        await using var mend = await Mending.ProposedAsync(new(new(type, resource, "prod", arn), to, name));
        await mend.SpoilAsync(operation, after: true);

        Assert.Equal(SendResult.Ambiguous, await mend.SendAsync());

        await mend.IsDoneAsync();
        Assert.Equal(1, await mend.ArrivedAsync(operation));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_request_that_never_arrived_is_never_described_as_done(
        string name, string type, string arn, string resource, int? to, string operation)
    {
        await using var mend = await Mending.ProposedAsync(new(new(type, resource, "prod", arn), to, name));
        await mend.SpoilAsync(operation, after: false);

        Assert.Equal(SendResult.Ambiguous, await mend.SendAsync());

        Assert.Contains(await mend.SeenAsync(), new[] { ActionProgress.NotDone, ActionProgress.CannotTell });
    }

    [Fact]
    public async Task PostgreSql_takes_more_connections_only_after_a_reboot_and_the_proposal_says_so()
    {
        await using var mend = await Mending.ProposedAsync(
            new(new("rds", "orders-db", "staging", "arn:aws:rds:us-east-1:234567890123:db:orders-db"), 300, "increase_capacity"));

        Assert.Equal("pending-reboot", mend.Action.Parameters["apply_method"]);
        Assert.Contains("after the next reboot", mend.Action.Effect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cure_that_is_in_force_only_after_a_reboot_includes_the_reboot()
    {
        await using var practice = await Mending.StartAsync();
        var wish = new RemedyRequest(new("rds", "orders-db", "staging", "arn:aws:rds:us-east-1:234567890123:db:orders-db"), 300, "increase_capacity") { Cures = true };

        var answer = await practice.Remedies.Find("increase_capacity", "rds")!.ProposeAsync(wish, Stop);

        Assert.Equal(["increase_rds_max_connections", "reboot_rds"], Assert.IsType<RemedyProposal.Possible>(answer).Actions.Select(action => action.Action));
    }

    [Fact]
    public async Task A_throttled_function_without_a_reservation_is_given_twice_what_ran_at_once_to_cure_it()
    {
        await using var practice = await Mending.StartAsync();
        await practice.Door.ScenarioAsync("traffic-peak"); // api-lambda runs three times as often at once
        var wish = new RemedyRequest(new("lambda", "api-lambda", "prod"), null, "scale_lambda_concurrency");
        var remedy = practice.Remedies.Find("scale_lambda_concurrency", "lambda")!;

        var asked = await remedy.ProposeAsync(wish, Stop);
        var cure = Assert.Single(Assert.IsType<RemedyProposal.Possible>(await remedy.ProposeAsync(wish with { Cures = true }, Stop)).Actions);

        Assert.Contains("Say a number", Assert.IsType<RemedyProposal.Impossible>(asked).Reason, StringComparison.Ordinal);
        Assert.Null(cure.From);
        Assert.InRange(cure.To!.Value, 2, 200);
        Assert.Equal(0, cure.To.Value % 2);
    }

    [Theory]
    [InlineData("lambda", "checkout", "arn:aws:lambda:us-east-1:123456789012:function:checkout", "version 41 of the function checkout instead of 40")]
    [InlineData("ecs", "web", "arn:aws:ecs:us-east-1:123456789012:service/shop/web", "web:17 of the service web instead of web:16")]
    public async Task What_was_rolled_back_can_be_deployed_again_and_the_newest_only_once(string type, string resource, string arn, string effect)
    {
        await using var rollback = await Mending.ProposedAsync(new(new(type, resource, "prod", arn), null, "rollback"));
        var deploy = rollback.Practice.Remedies.Find("deploy", type)!;
        var wish = new RemedyRequest(new(type, resource, "prod", arn), null, "deploy");
        Assert.IsType<RemedyProposal.Impossible>(await deploy.ProposeAsync(wish, Stop));
        Assert.Equal(SendResult.Accepted, await rollback.SendAsync());
        await rollback.IsDoneAsync();

        var action = Assert.Single(Assert.IsType<RemedyProposal.Possible>(await deploy.ProposeAsync(wish, Stop)).Actions);

        Assert.EndsWith(effect, action.Effect, StringComparison.Ordinal);
        Assert.NotNull(deploy.Reverse(action));
    }

    [Fact]
    public async Task A_function_that_changed_since_the_proposal_is_not_restarted()
    {
        await using var mend = await Mending.ProposedAsync(
            new(new("lambda", "api-lambda", "prod", "arn:aws:lambda:us-east-1:123456789012:function:api-lambda"), null, "restart"));
        await (await mend.Practice.ConnectAsync("prod")).Lambda.UpdateDescriptionAsync("api-lambda", "somebody else", null, Stop);

        Assert.Equal(SendResult.Refused, await mend.SendAsync());
    }

    [Fact]
    public async Task Without_a_role_for_changes_nothing_is_proposed_and_the_setting_is_named()
    {
        await using var practice = await Practice.StartAsync();
        var remedy = practice.Remedies.Find("restart", "lambda")!;

        var answer = await remedy.ProposeAsync(new(new("lambda", "api-lambda", "prod"), null, "restart"), Stop);

        Assert.Contains("RemediatorRole", Assert.IsType<RemedyProposal.Impossible>(answer).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scale", "ecs", "web", 4)]
    [InlineData("scale", "ecs", "web", 100_000)]
    [InlineData("scale", "lambda", "api-lambda", 950)]
    [InlineData("increase_rds_max_connections", "rds", "orders-db", 100)]
    [InlineData("increase_rds_max_connections", "rds", "no-such-db", 200)]
    public async Task What_cannot_be_done_is_refused_in_the_dry_run(string name, string type, string resource, int to)
    {
        await using var practice = await Mending.StartAsync();
        var arn = type == "ecs" ? $"arn:aws:ecs:us-east-1:123456789012:service/shop/{resource}" : null;

        var answer = await practice.Remedies.Find(name, type)!.ProposeAsync(new(new(type, resource, "prod", arn), to, name), Stop);

        Assert.IsType<RemedyProposal.Impossible>(answer);
    }
}
