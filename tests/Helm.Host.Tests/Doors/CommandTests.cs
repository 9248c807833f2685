using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class CommandTests
{
    [Fact]
    public async Task Commands_by_address_carry_what_was_asked()
    {
        await using var helm = await HelmAtWork.StartAsync();
        using var status = await helm.SendAsync(HttpMethod.Get, "/api/status?environment=production&domain=Infrastructure");
        using var issues = await helm.SendAsync(HttpMethod.Get, "/api/issues?severity=high&top=5&format=text");
        var ran = helm.Turns.Ran.Select(run => run.Command).ToList();

        Assert.Equal("HEALTHY", (string?)JsonNode.Parse(await status.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["overall_health"]);
        Assert.Equal("Ran issues_list", await issues.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("prod", "infrastructure"), (ran[0].Text("environment"), ran[0].Text("domain")));
        Assert.Equal(("high", 5), (ran[1].Text("severity"), ran[1].Number("top")));
    }
}
