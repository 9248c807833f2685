using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Helm.Host.Tests.Drivers;

/// <summary>Runs one of the vendors' own JavaScript clients; what cannot be installed skips the test and says why.</summary>
internal static class NodeClient
{
    public static async Task<string> RunAsync(string client, string script, string input)
    {
        var folder = Path.Combine(Clients(), client);
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules")),
            $"The packages of tests/clients/{client} are not installed; ./test installs them, or: npm ci --ignore-scripts");
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        using var running = Start(start);
        await running.StandardInput.WriteAsync(input);
        running.StandardInput.Close();
        var error = running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(running.ExitCode == 0, $"{script} ended with {running.ExitCode}: {output}{await error}");
        return output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"Node is not installed: {missing.Message}");
            throw;
        }
    }

    private static string Clients([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "clients"));
}
