using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Scenarios;

/// <summary>One scenario from its beginning to its end: detected, investigated, proposed, allowed, made, measured.</summary>
internal sealed class Walk(PracticeCompany company, HelmApi helm, Expected expected)
{
    private const int QuietChecks = 3;

    public async Task<Walked> RunAsync()
    {
        await CheckedAsync(1);
        await company.BeginAsync(expected.Scenario());
        return expected.Alerted is null ? await QuietAsync() : await TroubledAsync();
    }

    /// <summary>Looked at several times, and each time found well.</summary>
    private async Task<Walked> QuietAsync()
    {
        await CheckedAsync(QuietChecks);
        var reply = await helm.AskAsync($"/helm:remediate --env={expected.Environment}", expected.Environment);
        return new() { Issues = await IssuesAsync(), Told = (string)reply["text"]!, Proposed = Steps(reply), Sent = await SentAsync() };
    }

    private async Task<Walked> TroubledAsync()
    {
        var issue = (await Patience.UntilAsync(
            $"an issue of {expected.Alerted}", IssuesAsync, found => found.Any(About), found => string.Join('\n', found.AsEnumerable()))).First(About);
        var report = await Patience.UntilAsync(
            $"the investigation of {issue}", () => helm.FindAsync("api/investigations/" + issue.Id), found => found is not null);
        var cause = JsonNode.Parse((string)report!["report"]!)!;
        var reply = await Patience.UntilAsync(
            "an answer that waits for nothing", () => helm.AskAsync("/helm:remediate " + issue.Id, expected.Environment), one => (string?)one["data"]?["kind"] != "busy");
        var walked = new Walked
        {
            Verdict = (string?)cause["verdict"],
            Component = (string?)cause["component"],
            Category = (string?)cause["category"],
            OtherCauses = await OthersAsync(issue),
            Proposed = Steps(reply),
            Told = (string)reply["text"]!,
            Report = (string)report["report"]!,
        };
        return walked.Proposed.Count == 0 ? walked with { Issues = await IssuesAsync(), Sent = await SentAsync() } : await MendedAsync(walked, reply["pending"]!);
    }

    private async Task<Walked> MendedAsync(Walked walked, JsonNode pending)
    {
        var words = (string?)pending["challenge"] ?? "yes";
        await helm.AskAsync(words, expected.Environment);
        var plan = await Patience.UntilAsync(
            "the plan is over", () => helm.GetAsync("api/plans/" + pending["plan_id"]), one => one["ended_at"] is not null, one => one.ToJsonString());
        if ((string?)plan["status"] == "succeeded")
        {
            await Patience.UntilAsync(
                "everything is well again", IssuesAsync, issues => issues.All(issue => !issue.IsOpen), issues => string.Join('\n', issues.AsEnumerable()));
        }

        return walked with { Ended = (string?)plan["status"], Issues = await IssuesAsync(), Sent = await SentAsync(), Report = $"{walked.Report}\n{plan}" };
    }

    private bool About(IssueLine issue) => issue.What.Contains($"/{expected.Alerted}/", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> OthersAsync(IssueLine issue)
    {
        var others = new List<string>();
        foreach (var other in (await IssuesAsync()).Where(one => one.Id != issue.Id))
        {
            if (await helm.FindAsync("api/investigations/" + other.Id) is { } kept && JsonNode.Parse((string)kept["report"]!)! is var report && (string?)report["verdict"] == "fault")
            {
                others.Add($"{report["component"]}/{report["category"]}");
            }
        }

        return others;
    }

    /// <summary>Until each deployment here was checked so many times more.</summary>
    private async Task CheckedAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            var before = await ReportsAsync();
            await Patience.UntilAsync(
                $"every deployment of {expected.Environment} is checked", ReportsAsync,
                now => now.Count > 0 && now.All(report => !before.TryGetValue(report.Key, out var at) || report.Value > at) && now.Count >= 2);
        }
    }

    private async Task<Dictionary<string, DateTimeOffset>> ReportsAsync() =>
        (await helm.ReportsAsync()).Where(report => report.Key.EndsWith('-' + expected.Environment, StringComparison.Ordinal)).ToDictionary();

    private async Task<IssueLine[]> IssuesAsync() =>
        [.. (await helm.IssuesAsync()).Where(issue => issue.What.StartsWith(expected.Environment + "/", StringComparison.Ordinal))];

    private Task<string[]> SentAsync() => company.MutationsAsync(expected.Environment);

    private static IReadOnlyList<string> Steps(JsonNode reply) =>
        [.. (reply["pending"]?["actions"]?.AsArray() ?? []).Select(action => $"{action!["action"]} {action["target"]!["name"]}")];
}
