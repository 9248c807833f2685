using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Story;

/// <summary>What keeps a demo from starting is a sentence that says what and where.</summary>
public sealed class DemoRefusalTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    [Theory]
    [InlineData("{ \"name\": \"half", "half.json")]
    [InlineData("{ \"name\": \"odd\", \"effects\": [{ \"resource\": \"nobody\", \"metric\": \"Errors\", \"set\": 5 }] }", "nobody")]
    [InlineData("{ \"name\": \"odd\", \"efects\": [] }", "efects")]
    [InlineData("{ \"effects\": [] }", "name")]
    public async Task A_scenario_file_that_is_wrong_is_named_with_what_is_wrong(string content, string named)
    {
        var file = folder.Write("half.json", content);

        RefusedNaming(await DemoAsync("--scenario", file), named);
    }

    [Fact]
    public async Task A_scenario_that_does_not_exist_is_refused_with_those_that_do() =>
        RefusedNaming(await DemoAsync("--scenario", "db-conections"), "db-conections");

    [Theory]
    [InlineData("--port")]
    [InlineData("--cloud-port")]
    public async Task A_busy_port_is_named(string option)
    {
        using var busy = new BusyPort();

        var ended = await DemoAsync(option, busy.Number);

        RefusedNaming(ended, busy.Number);
    }

    /// <summary>A sentence on the error stream and exit code 1; nothing on the output, no stack trace.</summary>
    private static void RefusedNaming(Ended ended, string named)
    {
        Assert.True(ended.Code == 1, ended.ToString());
        Assert.Empty(ended.Output);
        Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    private Task<Ended> DemoAsync(params string[] options) => HeyHelm.RunAsync(folder.Path, ["demo", "--once", "status of production", .. options]);
}
