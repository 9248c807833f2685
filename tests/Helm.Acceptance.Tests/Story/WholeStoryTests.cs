using System.Text.RegularExpressions;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Story;

/// <summary>The specification's story, from the first failing request to the fix that holds, with a person who speaks.</summary>
public sealed partial class WholeStoryTests
{
    private const string Cause = "Database connection pool exhausted";

    [Fact]
    public async Task A_fault_is_found_explained_told_once_mended_by_a_spoken_approval_measured_handed_over_and_verified_when_its_fix_ships()
    {
        Assert.SkipUnless(Flite.IsInstalled, "PocketSphinx, its English model, a voice or flite is not installed");
        await using var world = await StoryWorld.StartAsync("db-connections");

        await ExplainedAsync(world.Helm);
        await Patience.UntilAsync("the alert", world.DeliveriesAsync, _ => world.Alerts("alert.firing").Length > 0, told => told);
        await using (var kitchen = await world.KitchenAsync())
        {
            await MendedByVoiceAsync(world, kitchen);
            Assert.True(await kitchen.IsToldAsync("is back to"), kitchen.Log);
        }

        await Patience.UntilAsync("everybody is told that it is over", world.DeliveriesAsync, _ => world.Alerts("alert.resolved").Length > 0, told => told);
        await FixedForGoodAsync(world);

        Assert.Contains($"Root Cause: {Cause}", (string)Assert.Single(world.Alerts("alert.firing"))["text"]!, StringComparison.Ordinal);
        Assert.Contains("Result: Resolved", (string)Assert.Single(world.Alerts("alert.resolved"))["text"]!, StringComparison.Ordinal);
        Assert.Equal(["rds:ModifyDBParameterGroup", "lambda:UpdateFunctionConfiguration"], await world.Company.MutationsAsync());
        Assert.True((bool)(await world.Helm.Api.GetAsync("api/action-log/verification"))["whole"]!);
    }

    private static async Task ExplainedAsync(HelmProcess helm)
    {
        var all = await Patience.UntilAsync(
            "the cause of infra-001", () => helm.Api.GetAsync("api/issues"),
            all => all["issues"]!.AsArray().Any(one => (string?)one!["issue_id"] == "infra-001" && (bool)one["root_cause"]!["identified"]!), all => all.ToJsonString());
        var issue = all["issues"]!.AsArray().Single(one => (string?)one!["issue_id"] == "infra-001")!;

        Assert.Equal(Cause, (string?)issue["root_cause"]!["cause"]);
        Assert.Contains("DatabaseConnections of orders-db is at 100 of 100", issue["root_cause"]!["evidence"]!.AsArray().Select(one => (string?)one));
        Assert.Equal(["increase_rds_max_connections", "restart_lambda"], issue["remediation"]!["immediate_actions"]!.AsArray().Select(one => (string?)one!["action"]));
        Assert.Contains($"Root cause identified: {Cause}", issue["timeline"]!.AsArray().Select(one => (string?)one!["event"]));
        var kept = await helm.Api.GetAsync("api/investigations/infra-001");
        Assert.Matches("[0-9a-f]{64}", kept.ToJsonString());
    }

    private static async Task MendedByVoiceAsync(StoryWorld world, SpokenDevice kitchen)
    {
        var api = world.Helm.Api;
        Assert.Contains("critical issue", await kitchen.CallAsync("hey helm, status of production"), StringComparison.Ordinal);
        var proposal = await kitchen.AskAsync("hey helm, fix issue one");
        Assert.Contains("restart the function", proposal, StringComparison.Ordinal);
        Assert.Contains("A yes is not enough in production", await kitchen.AskAsync("yes"), StringComparison.Ordinal);
        Assert.Empty(await world.Company.MutationsAsync());

        await ApprovedAsync(kitchen, Challenge().Match(proposal).Groups[1].Value);
        var plan = await Patience.UntilAsync("the plan is over", () => api.GetAsync("api/plans/rem-001"), one => one["ended_at"] is not null, one => one.ToJsonString());

        Assert.Equal("succeeded", (string?)plan["status"]);
        Assert.Equal(("api:alice", "kitchen"), ((string?)plan["approvals"]![0]!["person_id"], (string?)plan["approvals"]![0]!["device"]));
        Assert.True((decimal)plan["verification"]!["before"]! > 1m && (decimal)plan["verification"]!["after"]! <= 0.1m, plan.ToJsonString());
        Assert.Equal("resolved", (string?)(await api.GetAsync("api/issues/infra-001"))["status"]);
    }

    /// <summary>Who was not understood until Helm stopped listening is asked for the words again.</summary>
    private static async Task ApprovedAsync(SpokenDevice kitchen, string words)
    {
        var answer = await kitchen.TryAsync(words);
        for (var attempt = 0; attempt < 2 && answer?.StartsWith("Approved.", StringComparison.Ordinal) != true; attempt++)
        {
            Assert.Contains("is not enough in production", await kitchen.AskAsync("hey helm, yes"), StringComparison.Ordinal);
            answer = await kitchen.TryAsync(words);
        }

        Assert.True(answer?.StartsWith("Approved.", StringComparison.Ordinal), kitchen.Log);
    }

    private static async Task FixedForGoodAsync(StoryWorld world)
    {
        var (api, github) = (world.Helm.Api, world.Developers);
        await api.AskAsync("/helm:escalate infra-001 --to=faber --permanent");
        await Patience.UntilAsync("the work item", () => Task.FromResult(github.Created), created => created == 1);
        var item = github.Issue(1);
        Assert.Equal("[HELM-infra-001] API Lambda error rate SLO breach", (string?)item["title"]);
        Assert.Contains(Cause, (string)item["body"]!, StringComparison.Ordinal);

        item["state"] = "closed";
        Assert.Equal(401, await GitHubHook.TellAsync(world.Helm.Address, item, "a secret of somebody else"));
        Assert.Equal(202, await GitHubHook.TellAsync(world.Helm.Address, item));
        await Patience.UntilAsync(
            "the developers are told", () => Task.FromResult(item["comments_kept"]!.ToJsonString()), comments => comments.Contains("fixed for good", StringComparison.Ordinal));
        var issue = await api.GetAsync("api/issues/infra-001");
        Assert.Equal(("resolved", "closed"), ((string?)issue["status"], (string?)item["state"]));
        Assert.Contains(issue["timeline"]!.AsArray(), entry => ((string)entry!["event"]!).StartsWith("Fixed for good", StringComparison.Ordinal));
    }

    /// <summary>The three words that Helm asks for.</summary>
    [GeneratedRegex(@"To confirm, say: ([\w ,]+)\.")]
    private static partial Regex Challenge();
}
