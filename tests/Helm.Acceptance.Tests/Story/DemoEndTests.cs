using System.Diagnostics;
using System.Globalization;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Story;

/// <summary>A demo is gone when it ends.</summary>
public sealed class DemoEndTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    [Fact]
    public async Task A_demo_that_is_ended_leaves_nothing_behind()
    {
        var temporary = Directory.CreateDirectory(folder.In("tmp")).FullName;
        using var demo = Process.Start(HeyHelm.Command(
            folder.Path, ["demo", "--port", "0", "--cloud-port", "0"], new Dictionary<string, string> { ["TMPDIR"] = temporary }))!;
        try
        {
            await demo.StandardInput.WriteLineAsync("status of production");
            Assert.Equal("Production is currently healthy. All systems are operating normally. 15 resources monitored, 15 healthy.", await demo.StandardOutput.ReadLineAsync(Patience.Stop));
            Assert.NotEmpty(Directory.EnumerateFileSystemEntries(temporary, "heyhelm*"));

            using var signal = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {demo.Id}")]);
            await demo.WaitForExitAsync(Patience.Stop);
        }
        finally
        {
            demo.Kill();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary, "heyhelm*"));
    }
}
