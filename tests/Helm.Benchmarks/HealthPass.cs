using System.Globalization;

namespace Helm.Benchmarks;

/// <summary>One pass over 10,000 functions with 5 metrics each, beside the official JavaScript SDK making the same calls.</summary>
internal static class HealthPass
{
    private const int Rounds = 3;
    private static readonly string Peer = Path.Combine(SourceFolder(), "health-pass-peer.mjs");
    private static readonly string NodeModules = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "clients", "aws"));

    public static async Task RunAsync()
    {
        var self = typeof(HealthPass).Assembly.Location;
        var cloudProgram = Path.Combine(Path.GetDirectoryName(self)!, "Helm.PracticeCloud.dll");
        using var cloud = Child.Start("dotnet", cloudProgram, "--port", "0", "--functions", MeasuredPass.Functions.ToString(CultureInfo.InvariantCulture));
        var endpoint = (await cloud.LineAsync("http://")).Split(' ').Last();
        var plan = Path.Combine(Path.GetTempPath(), $"helm-bench-plan-{Environment.ProcessId}.json");
        for (var round = 1; round <= Rounds; round++)
        {
            using (var helm = Child.Start("dotnet", self, "health-pass-child", endpoint, plan))
            {
                Console.WriteLine($"health-pass, round {round}: Helm {await helm.LineAsync("wall")}");
            }

            Console.WriteLine($"health-pass, round {round}: AWS SDK for JavaScript v3 {await PeerAsync(endpoint, plan)}");
        }

        File.Delete(plan);
    }

    private static async Task<string> PeerAsync(string endpoint, string plan)
    {
        if (!Directory.Exists(Path.Combine(NodeModules, "node_modules")))
        {
            return "is not installed here: ./test installs it.";
        }

        using var peer = Child.Start("node", Peer, endpoint, plan, NodeModules);
        return await peer.LineAsync("wall_ms");
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
