using System.Net;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Mending;

/// <summary>The contract for scripts: what waits names plan, hash and words; only what fits it is carried out.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task Outside_production_a_yes_suffices_and_a_wrong_hash_or_a_second_decision_counts_for_nothing()
    {
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company);
        await using var helm = await StartAsync(folder);

        var asked = await helm.Api.AskAsync("/helm:remediate web --action=restart --env=staging");
        Assert.Equal(("confirm", "confirm"), ((string?)asked["pending"]!["kind"], (string?)asked["pending"]!["level"]));
        Assert.Null(asked["pending"]!["challenge"]);
        await RefusedAsync(helm, asked["pending"]!, "a hash of something else", "changed");
        Assert.Empty(await company.MutationsAsync());

        Assert.Null((await helm.Api.AskAsync("yes"))["pending"]);
        var over = await OverAsync(helm, asked["pending"]!);
        Assert.Equal("succeeded", (string?)over["status"]);
        await RefusedAsync(helm, asked["pending"]!, (string)asked["pending"]!["plan_hash"]!, "already_decided");
        Assert.Equal(["ecs:UpdateService"], await company.MutationsAsync());
    }

    [Fact]
    public async Task What_expired_is_approved_by_nothing()
    {
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company);
        folder.Settings["Helm:Remediation:PlanLifetime"] = "1s";
        await using var helm = await StartAsync(folder);

        var asked = await helm.Api.AskAsync("/helm:remediate web --action=restart --env=prod");
        var expired = await OverAsync(helm, asked["pending"]!);
        var answer = await helm.Api.AskAsync((string)asked["pending"]!["challenge"]!);
        await RefusedAsync(helm, asked["pending"]!, (string)asked["pending"]!["plan_hash"]!, "expired");

        Assert.Equal(("expired", null), ((string?)expired["status"], (string?)expired["challenge"]));
        Assert.Null(answer["pending"]);
        Assert.Empty(await company.MutationsAsync());
    }

    /// <summary>A Helm whose resources can be named.</summary>
    private static async Task<HelmProcess> StartAsync(HelmFolder folder)
    {
        var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("the names of what is deployed", () => helm.Api.GetAsync("api/vocabulary"), names => names.ToJsonString().Contains("\"web\"", StringComparison.Ordinal));
        return helm;
    }

    private static Task<JsonNode> OverAsync(HelmProcess helm, JsonNode pending) => Patience.UntilAsync(
        "the plan is over", () => helm.Api.GetAsync("api/plans/" + pending["plan_id"]), plan => plan["ended_at"] is not null, plan => plan.ToJsonString());

    private static async Task RefusedAsync(HelmProcess helm, JsonNode pending, string hash, string result)
    {
        var decision = new JsonObject { ["plan_hash"] = hash, ["challenge"] = (string?)pending["challenge"] };
        var (status, problem) = await helm.Api.PostAsync($"api/plans/{pending["plan_id"]}/approve", decision.ToJsonString());
        Assert.Equal((HttpStatusCode.Conflict, result), (status, (string?)problem["result"]));
    }
}
