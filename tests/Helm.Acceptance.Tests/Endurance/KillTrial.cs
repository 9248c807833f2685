using System.Globalization;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Endurance;

/// <summary>A Helm that is killed again and again, and what must hold after each restart.</summary>
internal sealed class KillTrial : IAsyncDisposable
{
    private const string Conversation = "the-long-one";

    private const int FirstStarts = 3;

    private readonly PracticeCompany _company;
    private readonly HelmFolder _folder;
    private readonly Records _records;
    private readonly Random _random;
    private HelmProcess _helm;
    private string _focus = "";

    private KillTrial(PracticeCompany company, HelmFolder folder, HelmProcess helm, int seed) =>
        (_company, _folder, _helm, _records, _random) = (company, folder, helm, new Records(folder), new Random(seed));

    /// <summary>Begins with first starts that are killed too; then with issues found, one of them talked about, and calls slow enough to be killed among them.</summary>
    public static async Task<KillTrial> BeginAsync(PracticeCompany company, HelmFolder folder, int seed)
    {
        await InterruptFirstStartsAsync(folder, new Random(seed));
        var trial = new KillTrial(company, folder, await HelmProcess.StartAsync(folder), seed);
        await Patience.UntilAsync("three issues of the exhausted connections", trial._helm.Api.IssuesAsync, issues => issues.Length == 3, Told);
        await Patience.UntilAsync("a report of every deployment", trial._helm.Api.ReportsAsync, reports => reports.Count == 6);
        await trial._helm.Api.AskAsync("what issues do we have", Conversation);
        trial._focus = IssueOf(await trial._helm.Api.AskAsync("tell me about the second one", Conversation));
        await company.SpoilAsync(new { kind = "latency", delay_ms = 250, rate = 0.5, seed });
        return trial;
    }

    /// <summary>Says how many checks were under way when it was killed.</summary>
    public async Task<int> KillAndRestartAsync()
    {
        await AfterACallAsync();
        var (issues, reports) = (await _helm.Api.IssuesAsync(), await _helm.Api.ReportsAsync());
        await Task.Delay(_random.Next(0, 700), Patience.Stop);
        await _helm.KillAsync();
        var underWay = await _records.ChecksUnderWayAsync();

        await _helm.DisposeAsync();
        _helm = await HelmProcess.StartAsync(_folder);
        await NothingIsLostAsync(issues, reports);
        await TalkGoesOnAsync();
        await ChecksGoOnAsync(reports);
        await NothingIsDoubledAsync();
        return underWay;
    }

    /// <summary>Every scenario is known by one issue an indicator, however often its detection was interrupted.</summary>
    public async Task EndAsync()
    {
        await _company.MendAsync();
        foreach (var (resource, title) in new[] { ("web", "task"), ("cdn", "cache hit rate"), ("checkout", "latency") })
        {
            await Patience.UntilAsync(
                $"an issue about the {title} of {resource}", _helm.Api.IssuesAsync,
                issues => issues.Any(issue => issue.IsOpen && issue.What.Contains($"/{resource}/", StringComparison.Ordinal)), Told);
        }

        await NothingIsDoubledAsync();
    }

    public ValueTask DisposeAsync() => _helm.DisposeAsync();

    private static string Told(IssueLine[] issues) => string.Join('\n', issues.AsEnumerable());

    private static string IssueOf(System.Text.Json.Nodes.JsonNode reply) => reply["entities"]!["issue_id"]!.GetValue<string>();

    /// <summary>While the database is made, for example.</summary>
    private static async Task InterruptFirstStartsAsync(HelmFolder folder, Random random)
    {
        for (var start = 0; start < FirstStarts; start++)
        {
            await using var helm = await HelmProcess.StartAsync(folder, waits: false);
            await Task.Delay(random.Next(600, 1800), Patience.Stop);
            await helm.KillAsync();
        }
    }

    private async Task AfterACallAsync()
    {
        var before = await _company.CallsAsync("lambda:GetFunction");
        await Patience.UntilAsync("the next health pass begins", () => _company.CallsAsync("lambda:GetFunction"), calls => calls > before);
    }

    private async Task NothingIsLostAsync(IssueLine[] before, Dictionary<string, DateTimeOffset> reports)
    {
        var after = await _helm.Api.IssuesAsync();
        Assert.All(before, issue => Assert.Contains(after, one => one.Id == issue.Id && one.What == issue.What && one.IsOpen == issue.IsOpen));
        var kept = await _helm.Api.ReportsAsync();
        Assert.All(reports, report => Assert.True(kept[report.Key] >= report.Value, $"The report of {report.Key} of {report.Value:O} is gone."));
    }

    private async Task TalkGoesOnAsync() =>
        Assert.Equal(_focus, IssueOf(await _helm.Api.AskAsync("investigate this", Conversation)));

    private async Task ChecksGoOnAsync(Dictionary<string, DateTimeOffset> before) => await Patience.UntilAsync(
        "every deployment is checked again", _helm.Api.ReportsAsync,
        now => before.All(report => now.TryGetValue(report.Key, out var time) && time > report.Value),
        now => string.Join(", ", now.Select(report => $"{report.Key} {report.Value:HH:mm:ss}, before {before.GetValueOrDefault(report.Key):HH:mm:ss}")));

    private async Task NothingIsDoubledAsync()
    {
        var issues = await _helm.Api.IssuesAsync();
        Assert.Equal(issues.Length, issues.DistinctBy(issue => issue.What).Count());
        Assert.All(issues.GroupBy(issue => issue.Id.Split('-')[0]), domain => Assert.Equal(
            Enumerable.Range(1, domain.Count()).Select(number => string.Create(CultureInfo.InvariantCulture, $"{domain.Key}-{number:000}")),
            domain.Select(issue => issue.Id)));
        Assert.Equal(await _records.IssuesAsync(), await _records.FingerprintsAsync());
        Assert.Equal(0, await _records.ChecksDoubledAsync());
    }
}
