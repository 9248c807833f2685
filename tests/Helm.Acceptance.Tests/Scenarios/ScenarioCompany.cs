using System.Globalization;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;
using Helm.Operations.Settings;

namespace Helm.Acceptance.Tests.Scenarios;

/// <summary>A company with an account of its own for each scenario.</summary>
internal static class ScenarioCompany
{
    /// <summary>A copy of production or staging for each scenario, without what only audits look at.</summary>
    public static JsonObject Document()
    {
        var company = Asset("company.json");
        var accounts = company["accounts"]!.AsArray();
        company["accounts"] = new JsonArray([.. ScenarioWalkTests.All.Select(expected => Account(accounts, expected))]);
        return company;
    }

    private static JsonNode Account(JsonArray accounts, Expected expected)
    {
        var account = Original(accounts, expected).DeepClone();
        (account["id"], account["environment"]) = (IdOf(expected), expected.Environment);
        account["access_keys"]![0]!["access_key_id"] = $"AKIDPRACTICE{IdOf(expected)[^8..]}";
        foreach (var audited in new[] { "spending", "controls", "config_rules", "tags" })
        {
            account["resources"]!.AsObject().Remove(audited);
        }

        return account;
    }

    /// <summary>What is deployed there, as the creating side registers it.</summary>
    public static JsonObject Deployments()
    {
        var registry = HelmFolder.Deployments(_ => true);
        var originals = registry["deployments"]!.AsArray();
        registry["deployments"] = new JsonArray(
        [
            .. from expected in ScenarioWalkTests.All
               from original in originals
               where (string?)original!["environment"] == OriginalOf(expected)
               select Deployment(original, expected),
        ]);
        return registry;
    }

    private static JsonNode Deployment(JsonNode original, Expected expected)
    {
        var account = (string)Asset("company.json")["accounts"]!.AsArray().First(one => (string?)one!["environment"] == OriginalOf(expected))!["id"]!;
        var deployment = JsonNode.Parse(original.ToJsonString().Replace(account, IdOf(expected), StringComparison.Ordinal))!;
        (deployment["environment"], deployment["id"]) = (expected.Environment, $"{deployment["id"]}-{expected.Environment}");
        deployment["monitoring"]!["health_check_interval"] = "8s";
        return deployment;
    }

    private static JsonNode Original(JsonArray accounts, Expected expected) => accounts.First(one => (string?)one!["environment"] == OriginalOf(expected))!;

    private static string OriginalOf(Expected expected) => expected.InProduction ? "prod" : "staging";

    private static string IdOf(Expected expected) => (700000000001 + ScenarioWalkTests.All.IndexOf(expected)).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Asset(string name) => JsonNode.Parse(File.ReadAllText(ProgramFolder.Locate($"assets/practice/{name}")))!.AsObject();
}
