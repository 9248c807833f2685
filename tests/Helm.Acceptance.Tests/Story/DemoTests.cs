using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;
using Helm.Operations.Settings;

namespace Helm.Acceptance.Tests.Story;

/// <summary><c>heyhelm demo --once</c>, as a newcomer types it.</summary>
public sealed class DemoTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    /// <summary>In these something happens, and nothing is wrong.</summary>
    private static readonly string[] Quiet = ["quiet", "noisy-debug", "releases-uneventful", "traffic-peak"];

    public static TheoryData<string> Troubled => [.. Scenarios().Except(Quiet)];

    public static TheoryData<string> Untroubled => [.. Quiet];

    [Theory]
    [MemberData(nameof(Troubled))]
    public async Task Every_scenario_that_comes_along_is_found(string scenario)
    {
        var health = Health(await AnswerAsync("--scenario", scenario, "--format", "json"));

        Assert.True(health is "DEGRADED" or "UNHEALTHY", $"With {scenario} in force production is {health}.");
    }

    [Fact]
    public async Task Without_a_scenario_the_company_is_healthy() => Assert.Equal("HEALTHY", Health(await AnswerAsync("--format", "json")));

    [Theory]
    [MemberData(nameof(Untroubled))]
    public async Task A_company_in_which_nothing_is_wrong_is_healthy(string scenario) =>
        Assert.Equal("HEALTHY", Health(await AnswerAsync("--scenario", scenario, "--format", "json")));

    [Fact]
    public async Task The_three_formats_tell_the_same_numbers()
    {
        var json = JsonNode.Parse(await AnswerAsync("--scenario", "db-connections", "--format", "json"))!;
        var text = await AnswerAsync("--scenario", "db-connections");
        var voice = await AnswerAsync("--scenario", "db-connections", "--format", "voice");

        var impact = json["issues"]!["top_issues"]![0]!["impact"]!;
        Assert.Equal((65, 1250), (impact["requests_affected"]!.GetValue<int>(), impact["requests_total"]!.GetValue<int>()));
        Assert.Equal((5.2m, 0.1m), (impact["slo_current"]!.GetValue<decimal>(), impact["slo_target"]!.GetValue<decimal>()));
        Assert.Contains("The error rate is 5.2%, which exceeds our SLO target of 0.1%. This is affecting 65/1250 requests", text, StringComparison.Ordinal);
        Assert.Contains(
            "The error rate is five point two percent, which exceeds our SLO target of zero point one percent. This is affecting sixty-five out of twelve hundred fifty requests",
            voice, StringComparison.Ordinal);
        Assert.DoesNotContain(voice, char.IsAsciiDigit);
    }

    [Fact]
    public async Task A_scenario_from_any_file_works_the_same_way()
    {
        var file = folder.Write("search-throttled.json", """
            {
              "name": "reports-fail", "description": "One in ten payments is refused by the bank's new certificate.",
              "started_ago": "PT20M",
              "effects": [
                { "resource": "payment", "metric": "Invocations", "set": 200 },
                { "resource": "payment", "metric": "Errors", "set": 10 }
              ],
              "log_lines": [{ "group": "/aws/lambda/payment", "level": "ERROR", "message": "CertificateUnknown: bank {number:1-9}", "per_minute": 20 }]
            }
            """);

        var json = JsonNode.Parse(await AnswerAsync("--scenario", file, "--format", "json"))!;

        Assert.Equal("DEGRADED", Health(json.ToJsonString()));
        var issue = json["issues"]!["top_issues"]!.AsArray().Single(one => one!["resource"]!["name"]!.GetValue<string>() == "payment")!;
        Assert.Equal((100, 1000), (issue["impact"]!["requests_affected"]!.GetValue<int>(), issue["impact"]!["requests_total"]!.GetValue<int>()));
        Assert.Equal(10m, issue["impact"]!["slo_current"]!.GetValue<decimal>());
    }

    private static IEnumerable<string> Scenarios() =>
        Directory.EnumerateFiles(ProgramFolder.Locate("assets/scenarios"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!);

    private static string Health(string json) => JsonNode.Parse(json)!["overall_health"]!.GetValue<string>();

    /// <summary>The output, which is the answer and nothing else.</summary>
    private async Task<string> AnswerAsync(params string[] options)
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["demo", "--once", "status of production", .. options]);
        Assert.True(ended.Code == 0, ended.ToString());
        if (!options.Contains("json"))
        {
            Assert.StartsWith("Production is currently", ended.Output, StringComparison.Ordinal);
            Assert.Single(ended.Output.TrimEnd('\n').Split('\n'));
        }

        return ended.Output;
    }
}
