using System.Diagnostics;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>The program that was built beside these tests, as a process of its own.</summary>
internal static class HeyHelm
{
    private static string Library
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(here.Parent!.Parent!.FullName, "Helm.Cli", here.Name, "heyhelm.dll");
        }
    }

    /// <summary>Names that begin so would be settings or credentials.</summary>
    /// <summary>What one start learned of the language is there for all others; else each of a hundred would learn it again.</summary>
    private static readonly string Learned = Path.Combine(Path.GetTempPath(), "helm-acceptance-learned");

    private static readonly string[] Foreign = ["Helm", "AWS_"];

    /// <summary>In a folder without settings, and without settings in its environment.</summary>
    public static ProcessStartInfo Command(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? secrets)
    {
        var start = new ProcessStartInfo("dotnet", [Library, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => Foreign.Any(one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase))).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, secret) in secrets ?? new Dictionary<string, string>())
        {
            start.Environment[name] = secret;
        }

        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["Helm__Conversation__Models"] = Learned;
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Ended> RunAsync(string folder, string[] arguments, string input = "", IReadOnlyDictionary<string, string>? secrets = null)
    {
        using var process = Process.Start(Command(folder, arguments, secrets))!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(Patience.Stop), process.StandardError.ReadToEndAsync(Patience.Stop));
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(Patience.Stop);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}

/// <summary>How a run of the program ended.</summary>
internal sealed record Ended(int Code, string Output, string Errors)
{
    public override string ToString() => $"exit code {Code}\n--- output\n{Output}\n--- errors\n{Errors}";
}
