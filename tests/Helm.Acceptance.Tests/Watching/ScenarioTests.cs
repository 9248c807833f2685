using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;
using Helm.PracticeCloud;

namespace Helm.Acceptance.Tests.Watching;

/// <summary>What begins and ends in the cloud begins and ends in Helm, once.</summary>
public sealed class ScenarioTests
{
    private const string Name = "connections-used-up";

    private static JsonObject Scenario => new()
    {
        ["name"] = Name,
        ["description"] = "A client forgets to close its connections.",
        ["started_ago"] = "PT1M",
        ["effects"] = new JsonArray(new JsonObject { ["resource"] = "orders-db", ["metric"] = "DatabaseConnections", ["set"] = 99 }),
    };

    [Fact]
    public async Task A_scenario_begun_while_helm_runs_is_one_issue_which_its_end_resolves()
    {
        await using var company = await StartAsync();
        using var folder = Folder(company);
        await using var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("a first look that finds nothing", () => helm.Api.OverallAsync(), health => health == "HEALTHY");

        await company.BeginAsync(Scenario);
        var issue = (await Patience.UntilAsync("the issue", helm.Api.IssuesAsync, issues => issues.Length > 0))[0];
        Assert.Equal("infra-001", issue.Id);
        Assert.Contains("/orders-db/", issue.What, StringComparison.Ordinal);
        Assert.Equal("DEGRADED", await helm.Api.OverallAsync());

        await company.EndAsync(Name);
        await Patience.UntilAsync("its resolution", helm.Api.IssuesAsync, issues => issues.All(one => !one.IsOpen), Told);
        await Patience.UntilAsync("health again", () => helm.Api.OverallAsync(), health => health == "HEALTHY");
        Assert.Equal([issue with { Status = "resolved" }], await helm.Api.IssuesAsync());
        var document = await helm.Api.GetAsync("api/issues/infra-001");
        Assert.NotNull(document["metadata"]!["resolved_at"]);
    }

    [Fact]
    public async Task A_scenario_that_comes_and_goes_is_one_issue_and_not_many()
    {
        await using var company = await StartAsync();
        using var folder = Folder(company);
        await using var helm = await HelmProcess.StartAsync(folder);
        for (var time = 0; time < 4; time++)
        {
            await company.BeginAsync(Scenario);
            await Patience.UntilAsync("the issue is open", helm.Api.IssuesAsync, issues => issues.Any(one => one.IsOpen), Told);
            await company.EndAsync(Name);
            await Patience.UntilAsync("the issue is resolved", helm.Api.IssuesAsync, issues => issues.All(one => !one.IsOpen), Told);
        }

        var issue = Assert.Single(await helm.Api.IssuesAsync());
        Assert.Equal("infra-001", issue.Id);
    }

    private static string Told(IssueLine[] issues) => string.Join('\n', issues.AsEnumerable());

    /// <summary>Seconds for minutes, so that what happened leaves the measured window while a test can wait for it.</summary>
    private static Task<PracticeCompany> StartAsync() =>
        PracticeCompany.StartAsync(new PracticeCloudOptions { Resolution = TimeSpan.FromSeconds(1) });

    /// <summary>Only the database: shares of requests mean little in windows in which there are few.</summary>
    private static HelmFolder Folder(PracticeCompany company)
    {
        var folder = new HelmFolder(company);
        (folder.Settings["Helm:Cloud:Window"], folder.Settings["Helm:Cloud:Period"]) = ("2s", "1s");
        var registry = HelmFolder.Deployments(one => one["id"]!.GetValue<string>() == "deploy-12345");
        var deployment = registry["deployments"]![0]!;
        deployment["monitoring"]!["health_check_interval"] = "1s";
        deployment["resources"] = new JsonArray([.. deployment["resources"]!.AsArray()
            .Where(resource => resource!["name"]!.GetValue<string>() == "orders-db").Select(resource => resource!.DeepClone())]);
        File.WriteAllText(folder.In("deployments.json"), registry.ToJsonString());
        return folder;
    }
}
