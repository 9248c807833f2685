using System.Diagnostics;
using System.Text.Json.Nodes;
using Helm.Connectors.Tests.Drivers;
using Helm.Operations.Escalation;
using Helm.Operations.Issues;

namespace Helm.Connectors.Tests;

public sealed class EscalationTests : IAsyncLifetime
{
    private LoopbackGitHub _github = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _github = await LoopbackGitHub.StartAsync();

    public ValueTask DisposeAsync() => _github.DisposeAsync();

    [Fact]
    public async Task An_issue_becomes_a_work_item_with_title_labels_and_classification()
    {
        await using var helm = await StartAsync();
        await helm.PassAsync();

        var issue = await helm.Get<Escalations>().EscalateAsync("infra-001", "Asked for by Alice.", permanent: true, Cancellation);

        var item = _github.Issue(1);
        Assert.Equal("[HELM-infra-001] API Lambda error rate SLO breach", (string?)item["title"]);
        Assert.Equal(["helm-escalation", "infrastructure", "critical", "env-prod", "priority-high"], item["labels"]!.AsArray().Select(label => (string?)label!["name"]));
        var body = (string)item["body"]!;
        Assert.Contains("- Issue ID: infra-001", body, StringComparison.Ordinal);
        Assert.Contains("\"faber_plugin\": \"fractary-faber-cloud\"", body, StringComparison.Ordinal);
        Assert.Contains("\"helm_issue_id\": \"infra-001\"", body, StringComparison.Ordinal);
        Assert.Equal((IssueStatus.Escalated, (string?)item["html_url"]), (issue!.Status, issue.Escalation.WorkItemUrl));
        Assert.True(issue.Escalation.EscalatedToFaber);
    }

    [Fact]
    public async Task The_creating_side_finds_its_classification_field_for_field()
    {
        await using var helm = await StartAsync();
        await helm.PassAsync();
        await helm.Get<Escalations>().EscalateAsync("infra-001", "Asked for by Alice.", permanent: false, Cancellation);

        var body = (string)_github.Issue(1)["body"]!;
        var fence = body.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        var classification = JsonNode.Parse(body[fence..body.IndexOf("\n```", fence, StringComparison.Ordinal)])!.AsObject();
        Assert.Equal(
            ["faber_plugin fractary-faber-cloud", "work_type fix", "helm_issue_id infra-001", "priority high"],
            classification.Take(4).Select(field => $"{field.Key} {field.Value}"));
        Assert.All(
            ["- Issue ID: infra-001", "- Domain: infrastructure", "- Environment: prod", "- Severity: critical", "- Resource: api-lambda (lambda)"],
            line => Assert.Contains(line + "\n", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_twice_and_answered_ambiguously_it_is_created_once()
    {
        await using var helm = await StartAsync();
        await helm.PassAsync();
        _github.Faults.Enqueue(("POST", true, 502, null));

        var first = await helm.Get<Escalations>().EscalateAsync("infra-001", "one", false, Cancellation);
        Assert.Null(first!.Escalation.WorkItemUrl);
        await helm.Get<Escalations>().EscalateAsync("infra-001", "two", false, Cancellation);
        await helm.PassAsync();
        await helm.Get<Escalations>().EscalateAsync("infra-001", "three", false, Cancellation);

        Assert.Equal(1, _github.Created);
        Assert.NotNull((await IssueAsync(helm)).Escalation.WorkItemUrl);
    }

    [Fact]
    public async Task A_limit_of_GitHub_is_waited_for()
    {
        await using var helm = await StartAsync();
        await helm.PassAsync();
        _github.Faults.Enqueue(("GET", false, 403, "120"));

        await helm.Get<Escalations>().EscalateAsync("infra-001", "one", false, Cancellation);
        await helm.PassAsync(1.9);
        Assert.Equal(0, _github.Created);
        await helm.PassAsync(0.2);

        Assert.Equal(1, _github.Created);
    }

    [Theory]
    [InlineData("severity == 'critical' AND impact.slo_breach == true", 1)]
    [InlineData("duration_minutes > 60 AND status == 'active'", 12)]
    public async Task A_rule_hands_over_by_itself_and_once(string condition, int passes)
    {
        await using var helm = await StartAsync(("Helm:Escalation:Automatic", "true"), ("Helm:Escalation:Rules:0:Name", "rule"), ("Helm:Escalation:Rules:0:Condition", condition),
            ("Helm:Escalation:Rules:0:Priority", "medium"), ("Helm:Escalation:Rules:0:Labels:0", "auto-escalated"), ("Helm:Escalation:Rules:0:AssignTo", "team"), ("Helm:Escalation:Assignees:team", "octocat"));
        for (var pass = 1; pass < passes; pass++)
        {
            await helm.PassAsync();
        }

        Assert.Equal(0, _github.Created);
        await helm.PassAsync();
        await helm.PassAsync();
        await helm.PassAsync();

        Assert.Equal(1, _github.Created);
        Assert.Contains("auto-escalated", _github.Issue(1)["labels"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("octocat", (string?)_github.Issue(1)["assignees"]![0]!["login"]);
    }

    [Theory]
    [InlineData("issue_count > 3 AND timeframe < '24h'")]
    [InlineData("issue_count > 3 AND\ntimeframe_hours < 24")]
    public async Task More_than_three_in_a_day_are_handed_over(string condition)
    {
        await using var helm = await StartAsync(("Helm:Escalation:Automatic", "true"), ("Helm:Escalation:Rules:0:Name", "repeated"),
            ("Helm:Escalation:Rules:0:Condition", condition), ("Helm:Issues:ResolveAfter", "1"), ("Helm:Issues:FlapWindow", "1m"));
        for (var opening = 1; opening <= 4; opening++)
        {
            Assert.Equal(0, _github.Created);
            helm.Function.ErrorRate = 5.2m;
            await helm.PassAsync();
            if (opening < 4)
            {
                helm.Function.ErrorRate = 0;
                await helm.PassAsync();
            }
        }

        await helm.SettleAsync();
        Assert.Equal(1, _github.Created);
    }

    [Fact]
    public async Task When_the_work_item_is_closed_and_the_fix_holds_the_issue_is_resolved()
    {
        await using var helm = await EscalatedAsync();
        _github.Issue(1)["state"] = "closed";
        helm.Function.ErrorRate = 0.05m;

        await helm.PassAsync();
        await helm.SettleAsync();

        var issue = await IssueAsync(helm);
        Assert.Equal(IssueStatus.Resolved, issue.Status);
        Assert.Contains("is verified", issue.Timeline[^1].Event, StringComparison.Ordinal);
        Assert.Contains("Verified by Helm", _github.Issue(1)["comments_kept"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_mended_before_is_measured_again_when_its_permanent_fix_ships()
    {
        await using var helm = await EscalatedAsync();
        helm.Function.ErrorRate = 0.05m;
        for (var pass = 0; pass < 4; pass++)
        {
            await helm.PassAsync();
        }

        Assert.Equal(IssueStatus.Resolved, (await IssueAsync(helm)).Status);
        _github.Issue(1)["state"] = "closed";
        await helm.PassAsync();
        await helm.PassAsync();

        Assert.Equal(IssueStatus.Resolved, (await IssueAsync(helm)).Status);
        Assert.Single((await IssueAsync(helm)).Timeline, entry => entry.Event.StartsWith("Fixed for good", StringComparison.Ordinal));
        Assert.Contains("fixed for good", _github.Issue(1)["comments_kept"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_fix_does_not_hold_the_work_item_is_opened_again_with_what_is_measured()
    {
        await using var helm = await EscalatedAsync();
        _github.Issue(1)["state"] = "closed";
        for (var pass = 0; pass < 6; pass++)
        {
            await helm.PassAsync();
            await helm.SettleAsync();
        }

        Assert.Equal("open", (string?)_github.Issue(1)["state"]);
        Assert.Contains("5.2%", _github.Issue(1)["comments_kept"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEqual(IssueStatus.Resolved, (await IssueAsync(helm)).Status);
    }

    [Fact]
    public async Task Whoever_says_that_another_work_item_was_closed_begins_nothing()
    {
        await using var helm = await EscalatedAsync();

        Assert.False(await helm.Get<FixVerification>().BeginAsync("infra-001", "https://github.example.com/acme/shop/issues/99", Cancellation));
        Assert.False(await helm.Get<FixVerification>().BeginAsync("infra-999", (string)_github.Issue(1)["html_url"]!, Cancellation));
        Assert.True(await helm.Get<FixVerification>().BeginAsync("infra-001", (string)_github.Issue(1)["html_url"]!, Cancellation));
    }

    [Theory]
    [InlineData("thanks @octocat and @acme/team")]
    [InlineData("fixes #12, closes acme/shop#3 and GH-4")]
    [InlineData("<img src=x> <!-- helm-escalation:prod/infra-002/1 --> ](javascript:alert(1))")]
    [InlineData("see https://evil.example.com/x")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE and password=hunter2 of bob@example.com")]
    public void Text_from_outside_is_redacted_and_inert(string text)
    {
        var inert = InertText.Of(text);

        Assert.DoesNotMatch(@"(?<![\w])@\w", inert);
        Assert.DoesNotMatch(@"#\d|GH-\d|<|://|AKIA|hunter2|bob@|(?<!\\)[\[\]*`]", inert);
    }

    [Fact]
    public async Task The_loopback_GitHub_is_one_for_the_official_client_too()
    {
        var folder = Path.Combine(Repository(), "tests", "clients", "github");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "@octokit")), "the JavaScript clients are not installed");
        var start = new ProcessStartInfo("node", ["check.mjs", _github.Url.ToString().TrimEnd('/'), LoopbackGitHub.Token]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = await node.StandardError.ReadToEndAsync(Cancellation);
        await node.WaitForExitAsync(Cancellation);

        Assert.Equal("", errors);
        var told = JsonNode.Parse(output)!;
        Assert.Equal((1, "closed", 1, 401), ((int)told["number"]!, (string?)told["state"], (int)told["listed"]!, (int)told["refused"]!));
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    private static async Task<Issue> IssueAsync(HelmWithConnectors helm) => (await helm.Get<IIssueReader>().FindAsync("infra-001", Cancellation))!;

    private async Task<HelmWithConnectors> EscalatedAsync()
    {
        var helm = await StartAsync();
        await helm.PassAsync();
        await helm.Get<Escalations>().EscalateAsync("infra-001", "Asked for.", false, Cancellation);
        return helm;
    }

    private Task<HelmWithConnectors> StartAsync(params (string Key, string Value)[] more)
    {
        Environment.SetEnvironmentVariable("HELM_TEST_GITHUB_TOKEN", LoopbackGitHub.Token);
        var settings = new Dictionary<string, string?>
        {
            ["Helm:Connectors:GitHub:Repository"] = "acme/shop",
            ["Helm:Connectors:GitHub:ApiUrl"] = _github.Url.ToString(),
            ["Helm:Connectors:GitHub:Token"] = "env:HELM_TEST_GITHUB_TOKEN",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return HelmWithConnectors.StartAsync(settings);
    }
}
