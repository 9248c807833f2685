using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Satellites;

/// <summary>Runs a script that uses the protocol's own Python package, where that is installed.</summary>
internal static class PythonClient
{
    public static async Task<JsonNode> RunAsync(string script, params string[] arguments)
    {
        using var found = Start(["-c", "import wyoming.client"]);
        await found.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(found.ExitCode == 0, "The Python package wyoming is not installed: pip install wyoming");
        using var running = Start([Path.Combine(Folder(), script), .. arguments]);
        var error = running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(running.ExitCode == 0, await error);
        return JsonNode.Parse(output)!;
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"Python is not installed: {missing.Message}");
            throw;
        }
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "clients", "wyoming"));
}
