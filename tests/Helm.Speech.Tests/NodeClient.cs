using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Helm.Speech.Tests;

/// <summary>Runs a vendor's own client from tests/clients; what cannot be installed skips the test and says why.</summary>
internal static class NodeClient
{
    public static async Task<string> RunAsync(string client, string script, string input)
    {
        var folder = Path.Combine(Clients(), client);
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules")),
            $"The packages of tests/clients/{client} are not installed; ./test installs them, or: npm ci --ignore-scripts");
        return await RunAsync("node", [script], folder, input);
    }

    public static string Folder(string client) => Path.Combine(Clients(), client);

    public static async Task<string> RunAsync(string program, string[] arguments, string folder, string input)
    {
        using var running = Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        await running.StandardInput.WriteAsync(input);
        running.StandardInput.Close();
        var error = running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(running.ExitCode == 0, $"{program} ended with {running.ExitCode}: {output}{await error}");
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
            Assert.Skip($"{start.FileName} is not installed: {missing.Message}");
            throw;
        }
    }

    private static string Clients([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "clients"));
}
