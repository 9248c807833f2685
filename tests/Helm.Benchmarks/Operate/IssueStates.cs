using System.Diagnostics;
using System.Globalization;
using Helm.Operations.Issues;
using Helm.Storage.Issues;

namespace Helm.Benchmarks.Operate;

/// <summary>Changing the state of one of 100,000 open issues, committed.</summary>
internal static class IssueStates
{
    private const int Issues = 100_000;
    private const int Changes = 2000;

    public static async Task RunAsync()
    {
        await using var site = await Site.StartAsync(new Uri("http://127.0.0.1:1/"), [SiteSettings.Production], watching: false);
        await site.Parts.GetRequiredService<IssueSeeding>().InsertAsync(TopTen.Made(), "infra", CancellationToken.None);
        var latencies = await ChangeAsync(site.Parts.GetRequiredService<IIssueEditor>());
        Console.WriteLine($"change of an issue's state at {Issues} issues: {latencies} (goal p99 50 ms)");
    }

    private static async Task<Latencies> ChangeAsync(IIssueEditor editor)
    {
        var random = new Random(2);
        var latencies = new Latencies();
        for (var change = 0; change < Changes; change++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"infra-{random.Next(1, Issues + 1):D3}");
            var clock = Stopwatch.StartNew();
            var edit = await editor.EditAsync(id, IssueChange.Remediating, Turned, CancellationToken.None);
            latencies.Add(clock.Elapsed);
            if (edit is not { Changed: true })
            {
                throw new InvalidOperationException($"{id} was not changed.");
            }
        }

        return latencies;
    }

    private static Issue Turned(Issue issue) =>
        issue with { Status = issue.Status == IssueStatus.Active ? IssueStatus.Remediating : IssueStatus.Active };
}
