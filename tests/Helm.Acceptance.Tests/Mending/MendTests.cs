using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Mending;

/// <summary>The specification's story: asked, read back, challenged, mended once each, measured, resolved.</summary>
public sealed class MendTests
{
    [Fact]
    public async Task Fix_issue_one_is_read_back_challenged_made_once_each_measured_and_resolved()
    {
        await using var company = await MendingHelm.CompanyAsync("db-connections");
        using var folder = MendingHelm.Folder(company);
        await using var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("three issues", helm.Api.IssuesAsync, issues => issues.Length == 3);

        // What can be named is read every other second.
        var asked = await Patience.UntilAsync(
            "issue one can be named", () => helm.Api.AskAsync("fix issue one"), one => one["pending"]?["kind"]?.GetValue<string>() == "confirm", one => one.ToJsonString());
        Assert.Equal("challenge", asked["pending"]!["level"]!.GetValue<string>());
        Assert.Contains("PRODUCTION REMEDIATION", asked["text"]!.GetValue<string>(), StringComparison.Ordinal);
        var words = asked["pending"]!["challenge"]!.GetValue<string>();

        var bare = await helm.Api.AskAsync("yes");
        Assert.Equal(words, bare["pending"]!["challenge"]!.GetValue<string>());
        Assert.Empty(await company.MutationsAsync());

        var approved = await helm.Api.AskAsync($"yes, {words}");
        Assert.Null(approved["pending"]);
        var id = asked["pending"]!["plan_id"]!.GetValue<string>();
        var plan = await Patience.UntilAsync(
            "the plan is over", () => helm.Api.GetAsync("api/plans/" + id), one => one["ended_at"] is not null, one => one.ToJsonString());

        Assert.Equal("succeeded", plan["status"]!.GetValue<string>());
        Assert.True(plan["verification"]!["slo_met"]!.GetValue<bool>());
        Assert.True(plan["verification"]!["after"]!.GetValue<decimal>() <= 0.1m);
        Assert.True(plan["verification"]!["window_start"]!.GetValue<DateTimeOffset>() >= plan["effective_at"]!.GetValue<DateTimeOffset>());
        Assert.Equal(["rds:ModifyDBParameterGroup", "lambda:UpdateFunctionConfiguration"], await company.MutationsAsync());
        Assert.Equal("resolved", (await helm.Api.GetAsync("api/issues/infra-001"))["status"]!.GetValue<string>());

        // The check's own five minutes still contain the fault: they do not open it again.
        await Task.Delay(5000, Patience.Stop);
        Assert.Equal("resolved", (await helm.Api.GetAsync("api/issues/infra-001"))["status"]!.GetValue<string>());
        Assert.True((await helm.Api.GetAsync("api/action-log/verification"))["whole"]!.GetValue<bool>());
        var lines = await File.ReadAllLinesAsync(folder.In("memory/run_log.md"), Patience.Stop);
        Assert.Contains(lines, line => line.Contains("**verified** " + id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Action_documents_wait_in_production_run_elsewhere_and_need_the_token()
    {
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company);
        await using var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("a report of every deployment", helm.Api.ReportsAsync, reports => reports.Count == 6);
        const string Restart = """{"action":"restart","target":"web","environment":"production","reason":"it hangs"}""";

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await helm.Api.PostAsync("api/actions", Restart, asOwner: false)).Status);
        var (_, waiting) = await helm.Api.PostAsync("api/actions", Restart);
        Assert.Equal("pending_approval", waiting["status"]!.GetValue<string>());
        var (_, never) = await helm.Api.PostAsync("api/actions", Restart.Replace("restart", "delete_resources", StringComparison.Ordinal));
        Assert.Equal("failed", never["status"]!.GetValue<string>());
        Assert.Empty(await company.MutationsAsync());

        var plan = await helm.Api.GetAsync("api/plans/" + waiting["approval_id"]!.GetValue<string>());
        var (refused, _) = await helm.Api.PostAsync($"api/plans/{plan["plan_id"]}/approve", $$"""{"plan_hash":"{{plan["plan_hash"]}}"}""");
        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused);
        var (taken, _) = await helm.Api.PostAsync(
            $"api/plans/{plan["plan_id"]}/approve", $$"""{"plan_hash":"{{plan["plan_hash"]}}","challenge":"{{plan["challenge"]}}"}""");
        Assert.Equal(System.Net.HttpStatusCode.OK, taken);
        await ExecutedAsync(helm, waiting["approval_id"]!.GetValue<string>());

        var (_, elsewhere) = await helm.Api.PostAsync("api/actions", """{"action":"restart","target":"api-lambda","environment":"staging","reason":"test"}""");
        Assert.Equal("approved", elsewhere["status"]!.GetValue<string>());
        await ExecutedAsync(helm, elsewhere["approval_id"]!.GetValue<string>());
        Assert.Equal(["ecs:UpdateService", "lambda:UpdateFunctionConfiguration"], await company.MutationsAsync());
    }

    private static async Task ExecutedAsync(HelmProcess helm, string approval) => await Patience.UntilAsync(
        "the action is executed", () => helm.Api.GetAsync("api/actions/" + approval),
        one => one["status"]!.GetValue<string>() == "executed", one => one.ToJsonString());
}
