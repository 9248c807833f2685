using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Helm.Operations.Alerts;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

public sealed class AlertTests : StorageTests
{
    private readonly Pager _pager = new();

    public AlertTests(PostgreSqlCluster cluster)
        : base(cluster)
    {
        Configure = services => services.AddSingleton<IDeliveryChannel>(_pager);
        Set("Helm:Alerting:Enabled", "true");
        Set("Helm:Alerting:Destinations:ops:Channel", "pager");
        Set("Helm:Alerting:Destinations:ops:Address", "#ops");
        Set("Helm:Alerting:Destinations:dev:Channel", "pager");
        Set("Helm:Alerting:Destinations:dev:Address", "#dev");
        Set("Helm:Alerting:Channels:0", "ops");
        Set("Helm:Issues:ResolveAfter", "1");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_incident_of_several_issues_is_told_once_and_once_that_it_is_over(Provider provider)
    {
        var helm = await StartAsync(provider);
        await CheckAsync(helm, 5.2m, 3);
        await CheckAsync(helm, 5.2m, 3);
        var alert = Assert.Single(_pager.Told);
        Assert.Equal(("alert.firing", "#ops", "infra-001"), (alert.Kind, alert.Address, Field(alert, "issue_id")));
        Assert.Equal(2, JsonNode.Parse(alert.Body)!["others"]!.AsArray().Count);

        await CheckAsync(helm, 0m, 3);

        Assert.Equal(["alert.firing", "alert.resolved"], _pager.Told.Select(message => message.Kind));
        var issue = await helm.Get<IIssueReader>().FindAsync("infra-001", Cancellation);
        Assert.Equal(1, issue!.Metadata.AlertCount);
        Assert.NotNull(issue.Metadata.LastAlertedAt);
        Assert.Contains("Belongs to the incident of infra-001", await WhyAsync(helm, "infra-002"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Another_matter_of_the_same_deployment_is_told_by_itself_and_what_has_the_same_cause_is_not(Provider provider)
    {
        Set("Helm:Investigation:Automatic", "false");
        var helm = await StartAsync(provider);
        await CheckAsync(helm, 5.2m, 1);
        await InvestigatedAsync(helm, "infra-001", "orders-db");
        await ReportAsync(helm, 5.2m, 3);
        await InvestigatedAsync(helm, "infra-002", "cdn");
        await InvestigatedAsync(helm, "infra-003", "orders-db");

        await PassAsync(helm);
        Assert.Equal(["infra-001", "infra-002"], _pager.Told.Select(message => Field(message, "issue_id")));
        Assert.NotEqual(Field(_pager.Told.First(), "alert_id"), Field(_pager.Told.Last(), "alert_id"));
        Assert.Contains("Belongs to the incident of infra-001", await WhyAsync(helm, "infra-003"), StringComparison.Ordinal);

        await CheckAsync(helm, 0m, 3);
        Assert.Equal(["infra-001", "infra-002"], _pager.Told.Where(message => message.Kind == "alert.resolved").Select(message => Field(message, "issue_id")).Order());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_taken_for_a_part_of_an_incident_is_told_by_itself_when_its_own_cause_is_known(Provider provider)
    {
        Set("Helm:Investigation:Automatic", "false");
        var helm = await StartAsync(provider);
        await CheckAsync(helm, 5.2m, 2);
        Assert.Single(_pager.Told);
        await InvestigatedAsync(helm, "infra-001", "orders-db");
        await InvestigatedAsync(helm, "infra-002", "cdn");

        await CheckAsync(helm, 5.2m, 2);
        await CheckAsync(helm, 0m, 2);

        Assert.Equal(
            ["alert.firing infra-001", "alert.firing infra-002", "alert.resolved infra-001", "alert.resolved infra-002"],
            _pager.Told.Select(message => $"{message.Kind} {Field(message, "issue_id")}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_second_host_and_a_change_that_is_told_again_double_no_alert(Provider provider)
    {
        var (one, two) = (await StartAsync(provider), await StartAsync(provider));
        await ReportAsync(one, 5.2m, 5);
        await Task.WhenAll(PassAsync(one), PassAsync(two), PassAsync(one), PassAsync(two));
        var consumer = one.Get<IEnumerable<IIssueChangeConsumer>>().Single(known => known.Name == "alerts");
        foreach (var change in await one.Get<IChangeLog>().ReadAsync(0, 100, Cancellation))
        {
            await consumer.HandleAsync(change, Cancellation);
        }

        await PassAsync(two);

        Assert.Single(_pager.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Rules_of_the_specification_choose_the_destinations(Provider provider)
    {
        Set("Helm:Alerting:Rules:0:Name", "critical-slo-breach");
        Set("Helm:Alerting:Rules:0:Condition", "severity == 'critical' AND impact.slo_breach == true");
        Set("Helm:Alerting:Rules:0:Channels:0", "ops");
        Set("Helm:Alerting:Rules:0:Channels:1", "dev");
        var helm = await StartAsync(provider);

        await CheckAsync(helm, 5.2m, 1);

        Assert.Equal(["#dev", "#ops"], _pager.Told.Select(message => message.Address).Order());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_no_rule_wants_is_not_told_and_why_says_so(Provider provider)
    {
        Set("Helm:Alerting:AlertOn:0", "critical");
        Set("Helm:Alerting:AlertOnBurnRates", "false");
        var helm = await StartAsync(provider);

        await CheckAsync(helm, 0.2m, 1);

        Assert.Empty(_pager.Told);
        Assert.StartsWith("route: No rule", await WhyAsync(helm, "infra-001"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_small_breach_that_lasts_is_told_when_its_budget_burns_over_both_windows(Provider provider)
    {
        Set("Helm:Alerting:AlertOn:0", "critical");
        Set("Helm:Alerting:BurnRates:0:Factor", "2");
        Set("Helm:Alerting:BurnRates:0:Long", "1h");
        Set("Helm:Alerting:BurnRates:0:Short", "5m");
        var helm = await StartAsync(provider);

        var told = new List<int>();
        for (var check = 0; check < 13; check++)
        {
            await CheckAsync(helm, 0.25m, 1);
            told.Add(_pager.Told.Count);
        }

        // Two and a half times the allowed rate, for 48 of 60 minutes: twice the budget of the hour. The first value speaks for ten.
        Assert.Equal(0, told[7]);
        Assert.Equal(1, told[8]);
        Assert.Equal(1, told[12]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_acknowledged_incident_is_quiet_until_it_is_over_and_then_armed_again(Provider provider)
    {
        Set("Helm:Alerting:Repeat", "10m");
        Set("Helm:Alerting:Throttle", "1m");
        var helm = await StartAsync(provider);
        await CheckAsync(helm, 5.2m, 1);

        var taken = await helm.Get<Quiet>().AcknowledgeAsync("infra-001", "Alice", Cancellation);
        Assert.True(taken!.IsNew);
        Assert.False((await helm.Get<Quiet>().AcknowledgeAsync("infra-001", "Bob", Cancellation))!.IsNew);
        for (var check = 0; check < 5; check++)
        {
            await CheckAsync(helm, 5.2m, 1);
        }

        Assert.Equal(["alert.firing", "alert.acknowledged"], _pager.Told.Select(message => message.Kind));
        Assert.Contains("Alice is at it", await WhyAsync(helm, "infra-001"), StringComparison.Ordinal);
        await CheckAsync(helm, 0m, 1);
        await CheckAsync(helm, 5.2m, 1);
        Assert.Equal(["alert.firing", "alert.acknowledged", "alert.resolved", "alert.firing"], _pager.Told.Select(message => message.Kind));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_nobody_acknowledges_is_told_again_after_a_while_and_not_before(Provider provider)
    {
        Set("Helm:Alerting:Repeat", "20m");
        var helm = await StartAsync(provider);
        for (var check = 0; check < 6; check++)
        {
            await CheckAsync(helm, 5.2m, 1);
        }

        Assert.Equal(2, _pager.Told.Count);
        Assert.Equal("1", Field(_pager.Told.Last(), "repeated"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_silence_holds_alerts_back_and_what_still_fires_when_it_ends_is_told(Provider provider)
    {
        var helm = await StartAsync(provider);
        var quiet = helm.Get<Quiet>();
        var silence = await quiet.SilenceAsync(
            new() { Resource = "function-1", From = Clock.Now, Until = Clock.Now.AddMinutes(12), By = "Alice" }, Cancellation);
        await CheckAsync(helm, 5.2m, 1);
        Assert.Empty(_pager.Told);
        Assert.Contains($"Silenced by Alice until 2025-11-03 10:34 UTC ({silence.Id})", await WhyAsync(helm, "infra-001"), StringComparison.Ordinal);

        await CheckAsync(helm, 5.2m, 1);
        Assert.Empty(_pager.Told);
        await CheckAsync(helm, 5.2m, 1);

        Assert.Single(_pager.Told);
        Assert.Empty(await helm.Get<IAlertBook>().SilencesAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_maintenance_window_of_an_environment_covers_it_and_no_other_and_can_be_ended(Provider provider)
    {
        var helm = await StartAsync(provider);
        var quiet = helm.Get<Quiet>();
        await quiet.SilenceAsync(new() { Maintenance = true, Environment = "staging", From = Clock.Now, Until = Clock.Now.AddHours(2), By = "Bob" }, Cancellation);
        await quiet.SilenceAsync(new() { Maintenance = true, Environment = "prod", From = Clock.Now, Until = Clock.Now.AddHours(2), By = "Bob" }, Cancellation);
        await CheckAsync(helm, 5.2m, 1);
        Assert.Contains("maintenance window", await WhyAsync(helm, "infra-001"), StringComparison.Ordinal);

        var ended = await quiet.EndAsync(new() { Environment = "prod", From = default, Until = default, By = "" }, true, Cancellation);
        await CheckAsync(helm, 5.2m, 1);

        Assert.Equal("prod", Assert.Single(ended).Environment);
        Assert.Single(_pager.Told);
        Assert.Equal("staging", Assert.Single(await helm.Get<IAlertBook>().SilencesAsync(Cancellation)).Environment);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_inhibit_rule_holds_back_what_follows_from_something_else_that_is_open(Provider provider)
    {
        Set("Helm:Alerting:Inhibit:0:Name", "database-first");
        Set("Helm:Alerting:Inhibit:0:Source", "resource.name == 'function-1'");
        Set("Helm:Alerting:Inhibit:0:Target", "resource.name != 'function-1'");
        Set("Helm:Alerting:Inhibit:0:Equal:0", "environment");
        var helm = await StartAsync(provider);
        await CheckAsync(helm, 5.2m, 1);
        var other = Sample.Deployment("deploy-2", new DeployedResource("lambda", "follower"));
        await helm.Get<DeploymentRegistry>().RegisterAsync(other, Cancellation);
        await helm.Get<IReportLedger>().ApplyAsync(Sample.ErrorRate(other, Clock.Now, 5.2m), Sample.Infrastructure, null, Cancellation);
        await PassAsync(helm);

        Assert.Single(_pager.Told);
        Assert.Contains("database-first holds it back while infra-001", await WhyAsync(helm, "infra-002"), StringComparison.Ordinal);
    }

    private static string? Field(OutboxMessage message, string name) => JsonNode.Parse(message.Body)![name]?.ToString();

    private static async Task<string> WhyAsync(Installation helm, string issueId) =>
        string.Join('\n', (await helm.Get<IAlertBook>().DecisionsAsync(issueId, 10, Cancellation)).Select(one => $"{one.Stage}: {one.Reason}"));

    /// <summary>An investigation that found a fault of this component.</summary>
    private async Task InvestigatedAsync(Installation helm, string issueId, string component)
    {
        var report = new IncidentReport
        {
            Timestamp = Clock.Now,
            Verdict = Verdict.Fault,
            Component = component,
            Category = "unknown",
            Summary = $"{component} is at fault",
            RootCause = $"{component} is at fault",
            Confidence = 0.8,
            Evidence = [],
            Timeline = [],
            SuggestedRemediation = new([], []),
            Components = [new(component, 1)],
            ContributingFactors = [],
            Hypotheses = [],
            RuledOut = [],
            NotChecked = [],
            Proposals = [],
            Findings = [],
            Queries = [],
        };
        await helm.Get<IInvestigationStore>().SaveAsync(new($"inv-{issueId}", issueId, Clock.Now, "{}", BundleJson.Write(report)), Cancellation);
    }

    private static async Task PassAsync(Installation helm)
    {
        await helm.Get<ChangeFeed>().RunAsync("alerts", Cancellation);
        await helm.Get<OutboxDispatcher>().RunDueAsync("pager", Cancellation);
    }

    private async Task CheckAsync(Installation helm, decimal rate, int resources)
    {
        await ReportAsync(helm, rate, resources);
        await PassAsync(helm);
    }

    private async Task ReportAsync(Installation helm, decimal rate, int resources)
    {
        Clock.Advance(5);
        var deployment = Sample.Deployment("deploy-1", [.. Enumerable.Range(1, resources).Select(number => new DeployedResource("lambda", $"function-{number}"))]);
        await helm.Get<DeploymentRegistry>().RegisterAsync(deployment, Cancellation);
        await helm.Get<IReportLedger>().ApplyAsync(Sample.ErrorRate(deployment, Clock.Now, rate), Sample.Infrastructure, null, Cancellation);
    }

    private sealed class Pager : IDeliveryChannel
    {
        public ConcurrentQueue<OutboxMessage> Told { get; } = [];

        public string Name => "pager";

        public Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
        {
            Told.Enqueue(message);
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered());
        }
    }
}
