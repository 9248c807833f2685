using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Watching;

/// <summary>A fifth of all calls to the cloud goes wrong, in each way in turn, and Helm says nothing that is not so.</summary>
public sealed class FaultTests
{
    private const int Passes = 3;

    private static readonly (object Fault, string Name)[] Faults =
    [
        (new { kind = "throttle", rate = 0.2, seed = 21 }, "throttle"),
        (new { kind = "error500", rate = 0.2, seed = 22 }, "error500"),
        (new { kind = "reset", rate = 0.2, seed = 23 }, "reset"),
        (new { kind = "latency", rate = 0.2, seed = 24, delay_ms = 1500 }, "latency"),
        (new { kind = "partial", rate = 0.2, seed = 25 }, "partial"),
        (new { kind = "truncated", rate = 0.2, seed = 26 }, "truncated"),
        (new { kind = "skew", rate = 0.2, seed = 27 }, "skew"),
        (new { kind = "html", rate = 0.2, seed = 28 }, "html"),
    ];

    [Fact]
    public async Task A_fault_of_the_company_is_never_hidden_by_faults_of_the_wire()
    {
        await using var company = await PracticeCompany.StartAsync("db-connections");
        using var folder = new HelmFolder(company);
        await using var helm = await HelmProcess.StartAsync(folder);
        var issues = await Patience.UntilAsync("three issues", helm.Api.IssuesAsync, found => found.Length == 3);
        foreach (var (fault, name) in Faults)
        {
            await company.SpoilAsync(fault);
            await WatchAsync(company, helm, async () =>
            {
                Assert.True(await helm.Api.OverallAsync() != "HEALTHY", $"Under {name} the troubled production looks healthy.");
                Assert.Equal(issues, await helm.Api.IssuesAsync());
            });
            await company.MendAsync();
            await Patience.UntilAsync($"the truth after {name}", () => helm.Api.OverallAsync(), health => health == "DEGRADED");
        }

        Assert.Empty(await company.MutationsAsync());
    }

    [Fact]
    public async Task A_sound_company_has_no_issue_whatever_the_wire_does()
    {
        await using var company = await PracticeCompany.StartAsync();
        using var folder = new HelmFolder(company);
        await using var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("a report of every deployment", helm.Api.ReportsAsync, reports => reports.Count == 6);
        foreach (var (fault, name) in Faults)
        {
            await company.SpoilAsync(fault);
            await WatchAsync(company, helm, async () =>
            {
                var health = await helm.Api.OverallAsync();
                Assert.True(health is "HEALTHY" or "UNKNOWN", $"Under {name} the sound production looks {health}.");
                Assert.Empty(await helm.Api.IssuesAsync());
            });
            await company.MendAsync();
            await Patience.UntilAsync($"the truth after {name}", () => helm.Api.OverallAsync(), health => health == "HEALTHY");
        }

        Assert.Empty(await company.MutationsAsync());
    }

    /// <summary>Looks again and again while every deployment is checked several times and calls are spoiled.</summary>
    private static async Task WatchAsync(PracticeCompany company, HelmProcess helm, Func<Task> look)
    {
        var spoiled = await company.SpoiledAsync();
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = await helm.Api.ReportsAsync();
            await Patience.UntilAsync(
                "every deployment is checked once more",
                async () =>
                {
                    await look();
                    return await helm.Api.ReportsAsync();
                },
                now => before.All(report => now[report.Key] > report.Value));
        }

        Assert.True(await company.SpoiledAsync() > spoiled, "No call was spoiled, so this has shown nothing.");
    }
}
