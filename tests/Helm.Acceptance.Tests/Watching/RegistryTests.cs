using System.Net;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Watching;

/// <summary>What the creating side registers is watched; what is wrong is refused with the field named.</summary>
public sealed class RegistryTests(QuietHelm quiet) : IClassFixture<QuietHelm>
{
    private const string Posted = """
        {
          "id": "deploy-posted", "domain": "infrastructure", "environment": "prod", "deployed_at": "2025-11-03T10:30:00Z",
          "resources": [{ "type": "lambda", "name": "payment", "arn": "arn:aws:lambda:us-east-1:123456789012:function:payment" }],
          "monitoring": { "enabled": true, "health_check_interval": "2s" }
        }
        """;

    [Fact]
    public async Task A_posted_deployment_is_checked_from_then_on_and_by_its_initial_check_at_once()
    {
        await using var company = await PracticeCompany.StartAsync();
        using var folder = new HelmFolder(company);
        await using var helm = await HelmProcess.StartAsync(folder);

        Assert.Equal(HttpStatusCode.Unauthorized, (await helm.Api.PostAsync("api/deployments", Posted, asOwner: false)).Status);
        Assert.Equal(HttpStatusCode.Created, (await helm.Api.PostAsync("api/deployments", Posted)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await helm.Api.PostAsync("api/health-checks", """{"deployment_id":"deploy-posted"}""", asOwner: false)).Status);
        var (status, report) = await helm.Api.PostAsync("api/health-checks", """{"deployment_id":"deploy-posted","timeout":"1m"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("deploy-posted", "HEALTHY"), (report["deployment_id"]!.GetValue<string>(), report["status"]!.GetValue<string>()));
        Assert.Equal("payment", Assert.Single(report["resources"]!.AsArray())!["name"]!.GetValue<string>());
        var initial = report["timestamp"]!.GetValue<DateTimeOffset>();
        await Patience.UntilAsync("it is checked again by itself", helm.Api.ReportsAsync, reports => reports["deploy-posted"] > initial);
        Assert.Equal(HttpStatusCode.NotFound, (await helm.Api.PostAsync("api/health-checks", """{"deployment_id":"deploy-of-nobody"}""")).Status);
    }

    [Theory]
    [InlineData("id", null)]
    [InlineData("environment", null)]
    [InlineData("domain", null)]
    [InlineData("deployed_at", "the day before yesterday")]
    [InlineData("resources[0].type", null)]
    [InlineData("resources[0].name", null)]
    [InlineData("monitoring.health_check_interval", "now and then")]
    public async Task A_wrong_document_is_refused_with_the_field_named_and_changes_nothing(string field, string? value)
    {
        var helm = quiet.Helm;
        var wrong = JsonNode.Parse(Posted)!;
        wrong["id"] = "deploy-wrong";
        Set(wrong, field, value);

        var (status, problem) = await helm.Api.PostAsync("api/deployments", wrong.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(problem["errors"]!.AsArray(), error => error!["field"]!.GetValue<string>() == field);
        Assert.DoesNotContain("deploy-wrong", (await helm.Api.GetAsync("api/deployments")).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"id\": \"deploy-1\", ")]
    [InlineData("[]")]
    [InlineData("\"deploy-1\"")]
    [InlineData("null")]
    public async Task What_is_no_document_is_refused(string body)
    {
        var helm = quiet.Helm;

        var (status, problem) = await helm.Api.PostAsync("api/deployments", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_half_written_registry_changes_nothing_until_it_is_whole()
    {
        await using var company = await PracticeCompany.StartAsync();
        using var folder = new HelmFolder(company);
        folder.WriteDeployments(one => Environment(one) == "prod");
        await using var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("production's two deployments", () => IdsAsync(helm), ids => ids.Length == 2);

        var whole = HelmFolder.Deployments(one => Environment(one) != "test").ToJsonString();
        File.WriteAllText(folder.In("deployments.json"), whole[..(whole.Length / 2)]);
        await Patience.UntilAsync("a notice about the half file", () => NoticesAsync(helm), notices => notices.Contains("not taken over", StringComparison.Ordinal));
        Assert.Equal(2, (await IdsAsync(helm)).Length);

        File.WriteAllText(folder.In("deployments.json"), whole);
        await Patience.UntilAsync("four deployments", () => IdsAsync(helm), ids => ids.Length == 4);
        await Patience.UntilAsync("the notice is gone", () => NoticesAsync(helm), notices => !notices.Contains("not taken over", StringComparison.Ordinal));
        await Patience.UntilAsync("staging is checked", () => helm.Api.OverallAsync("staging"), health => health == "HEALTHY");

        folder.WriteDeployments(one => Environment(one) == "staging");
        await Patience.UntilAsync("only staging's", () => IdsAsync(helm), ids => ids.SequenceEqual(["deploy-12350", "deploy-12351"]));
    }

    private static string Environment(JsonNode deployment) => deployment["environment"]!.GetValue<string>();

    private static async Task<string[]> IdsAsync(HelmProcess helm) =>
        [.. (await helm.Api.GetAsync("api/deployments"))["deployments"]!.AsArray().Select(one => one!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal)];

    private static async Task<string> NoticesAsync(HelmProcess helm) => (await helm.Api.GetAsync("api/dashboard"))["notices"]!.ToJsonString();

    private static void Set(JsonNode document, string field, string? value)
    {
        var path = field.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        foreach (var step in path[..^1])
        {
            document = step == "0" ? document[0]! : document[step]!;
        }

        if (value is null)
        {
            document.AsObject().Remove(path[^1]);
        }
        else
        {
            document[path[^1]] = value;
        }
    }
}
