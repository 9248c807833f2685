using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Checks;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Benchmarks;

/// <summary>Helm's side of the health pass, in a process of its own.</summary>
internal static class MeasuredPass
{
    public const int Functions = 10_000;

    private const int PerDeployment = 250;

    /// <summary>The measured process.</summary>
    public static async Task RunAsync(string endpoint, string plan)
    {
        await using var site = await Watch.StartAsync(new Uri(endpoint));
        await RegisterAsync(site.Parts.GetRequiredService<DeploymentRegistry>());
        var before = Megabytes("VmRSS:");
        var checks = site.Parts.GetRequiredService<HealthCheckRunner>();
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (int some; (some = await checks.RunDueAsync(CancellationToken.None)) > 0;)
        {
            done += some;
        }

        var wall = clock.Elapsed;
        var calls = site.Parts.GetRequiredService<CallStatistics>().Snapshot();
        WritePlan(plan);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"wall {wall.TotalSeconds:0.00} s, peak memory {Megabytes("VmHWM:")} MB ({before} MB before it), {done} deployments; {string.Join("; ", calls.Select(Told))}"));
    }

    private static async Task RegisterAsync(DeploymentRegistry registry)
    {
        foreach (var (names, number) in Names().Chunk(PerDeployment).Select((names, number) => (names, number)))
        {
            await registry.RegisterAsync(DeploymentOf(names, number), CancellationToken.None);
        }
    }

    private static string Told(CallCount call) => string.Create(
        CultureInfo.InvariantCulture, $"{call.Operation} {call.Calls} (${call.Dollars:0.00}, {call.AtDocumentedLimit.TotalSeconds:0.0} s at the documented rate)");

    private static IEnumerable<string> Names() =>
        Enumerable.Range(1, Functions).Select(number => string.Create(CultureInfo.InvariantCulture, $"generated-{number:00000}"));

    private static Deployment DeploymentOf(string[] names, int number) => new()
    {
        Id = $"deploy-bench-{number}",
        Domain = "infrastructure",
        Environment = "prod",
        WatchedBy = "fractary-helm-cloud",
        DeployedAt = TimeProvider.System.GetUtcNow().AddDays(-1),
        Resources = [.. names.Select(name => new DeployedResource("lambda", name, $"arn:aws:lambda:us-east-1:{SiteSettings.Production.AccountId}:function:{name}"))],
    };

    private static void WritePlan(string file)
    {
        var end = TimeProvider.System.GetUtcNow();
        end = new DateTimeOffset(end.Ticks - (end.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var account = SiteSettings.Production;
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            region = account.Region,
            accessKeyId = account.AccessKeyId,
            secretAccessKey = account.SecretAccessKey,
            functions = Names(),
            metrics = new[]
            {
                new { name = "Invocations", stat = "Sum" }, new { name = "Errors", stat = "Sum" }, new { name = "Throttles", stat = "Sum" },
                new { name = "Duration", stat = "p95" }, new { name = "ConcurrentExecutions", stat = "Maximum" },
            },
            start = end.AddMinutes(-5),
            end,
            period = 60,
            batch = 500,
            inFlight = new { metrics = 5, functions = 24 },
        }));
    }

    private static long Megabytes(string line) => long.Parse(
        File.ReadLines("/proc/self/status").First(one => one.StartsWith(line, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
