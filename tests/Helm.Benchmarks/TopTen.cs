using System.Diagnostics;
using System.Globalization;
using Helm.Operations.Issues;
using Helm.Storage.Issues;

namespace Helm.Benchmarks;

/// <summary>The ten most urgent of 100,000 stored open issues, scores true to the minute.</summary>
internal static class TopTen
{
    private const int Issues = 100_000;
    private const int Readings = 500;

    public static async Task RunAsync()
    {
        await using var site = await Site.StartAsync(new Uri("http://127.0.0.1:1/"), [SiteSettings.Production], watching: false);
        await site.Parts.GetRequiredService<IssueSeeding>().InsertAsync(Made(), "infra", CancellationToken.None);
        var reader = site.Parts.GetRequiredService<IIssueReader>();
        foreach (var filter in new IssueFilter[] { new() { Top = 10 }, new() { Top = 10, Environment = "prod" }, new() { Top = 10, Environment = "prod", Severity = "critical" } })
        {
            await reader.ListAsync(filter, CancellationToken.None);
            var latencies = new Latencies();
            for (var reading = 0; reading < Readings; reading++)
            {
                var clock = Stopwatch.StartNew();
                await reader.ListAsync(filter, CancellationToken.None);
                latencies.Add(clock.Elapsed);
            }

            Console.WriteLine($"top-ten of {Issues} open issues (environment {filter.Environment ?? "any"}, severity {filter.Severity ?? "any"}): {latencies} (goal p99 20 ms)");
        }
    }

    public static IEnumerable<(Issue, string)> Made()
    {
        var random = new Random(1);
        var now = TimeProvider.System.GetUtcNow();
        string[] environments = ["prod", "staging", "test"];
        for (var number = 0; number < Issues; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"function-{number}");
            var detected = now.AddSeconds(-random.Next(2 * 60 * 60));
            yield return (new Issue
            {
                IssueId = "",
                Domain = "infrastructure",
                Environment = environments[random.Next(environments.Length)],
                Severity = Severity.All[random.Next(Severity.All.Count)],
                Status = IssueStatus.Active,
                Detection = new(detected, "helm-cloud:ops-monitor", "health-check"),
                Resource = new("lambda", name, null, "deploy-bench"),
                Summary = new($"{name} error rate SLO breach", "", []),
                Impact = new() { SloBreach = random.Next(2) == 0, UsersAffected = random.Next(2) == 0 ? UsersAffected.All : null, BusinessImpact = random.Next(2) == 0 ? "down" : null },
                Metadata = new() { CreatedAt = detected, UpdatedAt = detected },
            }, "error_rate");
        }
    }
}
