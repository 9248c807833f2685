using System.Net;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Mending;

/// <summary>Where the local owner may approve without a token, as in the demo, a page of somebody else in his browser may not.</summary>
public sealed class ForeignPageTests
{
    private static readonly ForeignPage Own = new();

    [Fact]
    public async Task No_page_of_another_origin_no_name_that_was_rebound_and_no_form_approves_or_wishes_anything()
    {
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company);
        await using var helm = await TrustingAsync(folder);
        using var browser = new HttpClient { BaseAddress = helm.Address };
        var asked = (await Own.SendAsync(browser, "api/ask", Said("/helm:remediate web --action=restart --env=staging"))).Body!["pending"]!;
        var plan = $"api/plans/{asked["plan_id"]}";

        await RefusedAsync(browser, [.. Wishes(plan, asked)]);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await new ForeignPage { Host = "rebound.example" }.SendAsync(browser, plan, null)).Status); // not even the hash is told
        Assert.Equal("pending", (string?)(await helm.Api.GetAsync(plan))["status"]);
        Assert.Empty(await company.MutationsAsync());

        Assert.Equal(HttpStatusCode.OK, (await Own.SendAsync(browser, plan + "/approve", new() { ["plan_hash"] = (string?)asked["plan_hash"] })).Status);
        await Patience.UntilAsync("the owner's yes is carried out", () => company.MutationsAsync(), sent => sent is ["ecs:UpdateService"]);
    }

    /// <summary>As the demo: whoever is on this machine is trusted.</summary>
    private static async Task<HelmProcess> TrustingAsync(HelmFolder folder)
    {
        folder.Settings["Helm:Security:RoleWithoutToken"] = "Administrator"; // QuestionsWithoutToken stands in the folder's settings already
        folder.SetVariable("DOTNET_ENVIRONMENT", "Development"); // in the Production environment such a Helm does not start
        var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("the names of what is deployed", () => helm.Api.GetAsync("api/vocabulary"), names => names.ToJsonString().Contains("\"web\"", StringComparison.Ordinal));
        return helm;
    }

    private static async Task RefusedAsync(HttpClient browser, (string Path, JsonObject Body)[] wishes)
    {
        foreach (var page in ForeignPage.Of(browser.BaseAddress!))
        {
            foreach (var (path, body) in wishes)
            {
                Assert.Equal((path, page, page.Refusal), (path, page, (await page.SendAsync(browser, path, body)).Status));
            }
        }
    }

    private static IEnumerable<(string Path, JsonObject Body)> Wishes(string plan, JsonNode asked) =>
    [
        (plan + "/approve", new() { ["plan_hash"] = (string?)asked["plan_hash"] }),
        (plan + "/reject", new() { ["plan_hash"] = (string?)asked["plan_hash"] }),
        ("api/ask", Said("yes")),
        ("api/actions", new() { ["action"] = "restart", ["target"] = "api-lambda", ["environment"] = "staging", ["reason"] = "to see" }),
    ];

    private static JsonObject Said(string text) => new() { ["text"] = text, ["conversation"] = "page" };
}
